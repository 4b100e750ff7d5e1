/**
 * Whether a passphrase is among the first that anybody would try. A rule of thumb: it stops the worst, and says nothing
 * about the others. One that is too short is refused elsewhere.
 */
const LEAST_CHARACTERS = 8;
const FEW_CHARACTERS = 12;
const FEW_DIFFERENT = 4;
/** What those of eight and more characters in every list of the commonest begin with, in one case and without a tail. */
const COMMONEST =
  /^(?:password|passwort|passw0rd|p@ssw0rd|p@ssword|qwertz?u?i?o?p?|qwerty|azerty|iloveyou|sunshine|princess|football|baseball|superman|starwars|trustno|whatever|letmein|welcome|computer|michelle|jennifer|correcthorsebatterystaple|halfminute|abcdef|1q2w3e|12345|123123|11223344|87654|98765)[\d\W_a-z]{0,6}$/;
const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

export function isWeak(passphrase: string): boolean {
  const characters = [...passphrase.normalize('NFKC')];
  const text = characters.join('');
  if (characters.length < LEAST_CHARACTERS) return false;
  const classes = CLASSES.filter((one) => one.test(text)).length;
  return (
    new Set(characters).size <= FEW_DIFFERENT ||
    (characters.length < FEW_CHARACTERS && classes < 2) ||
    COMMONEST.test(text.toLowerCase())
  );
}
