/** A passphrase nobody would think of, and anybody can copy down: words drawn at random. */

/** Of a list of 2,048 words, these give 66 bits. */
export const MADE_WORDS = 6;

/** Six words of the BIP39 list: short, plain, each beginning like no other. The list comes when it is wanted. */
export async function makePassphrase(): Promise<string> {
  const { wordlist } = await import('@scure/bip39/wordlists/english.js');
  return drawWords(wordlist);
}

/**
 * Words of `list`, each as likely as any other, with one space between two.
 * @param draw gives whole numbers from 0 to 2^32 - 1, each as likely as any other
 */
export function drawWords(list: readonly string[], draw: () => number = drawn): string {
  const fair = 2 ** 32 - (2 ** 32 % list.length);
  return Array.from({ length: MADE_WORDS }, () => {
    let number = draw();
    // The last numbers, too few for a whole turn, would favour the first words.
    while (number >= fair) number = draw();
    return list[number % list.length];
  }).join(' ');
}

function drawn(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
