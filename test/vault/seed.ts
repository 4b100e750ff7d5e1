/** The seed of a random suite, told so that what it found can be found again; HALFMINUTE_SEED names one. */
export function newSeed(suite: string, say: (line: string) => void = console.log): number {
  const named = Number(process.env['HALFMINUTE_SEED']);
  const seed = Number.isSafeInteger(named) && named !== 0 ? named : (Math.random() * 2 ** 31) | 0;
  say(`${suite}: seed ${seed}`);
  return seed;
}
