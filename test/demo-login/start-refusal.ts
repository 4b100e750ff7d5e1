/** A reason not to start that the person at the terminal can do something about. Its message is a sentence for them. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}
