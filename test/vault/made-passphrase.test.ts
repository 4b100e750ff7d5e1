import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { drawWords, MADE_WORDS, makePassphrase } from '../../src/vault/made-passphrase';
import { passphraseProblem } from '../../src/vault/passphrase';

describe('a made passphrase', () => {
  it('is six words of the list, another six each time', async () => {
    const made = await Promise.all(Array.from({ length: 200 }, () => makePassphrase()));
    for (const passphrase of made) {
      const words = passphrase.split(' ');
      expect(words).toHaveLength(MADE_WORDS);
      for (const word of words) expect(wordlist).toContain(word);
      expect(passphraseProblem(passphrase)).toBeUndefined();
    }
    expect(new Set(made).size).toBe(200);
  });

  it('comes of a list whose words are plain, and each there once', () => {
    expect(new Set(wordlist).size).toBe(2048);
    for (const word of wordlist) expect(word).toMatch(/^[a-z]{3,8}$/);
  });

  it('passes over numbers that would favour the first words', () => {
    // 2^32 is 1 above a multiple of three: the highest number would be a fourth chance for the first word.
    const numbers = [2 ** 32 - 1, 0, 1, 2, 2 ** 32 - 1, 2 ** 32 - 2, 3, 4];
    expect(drawWords(['a', 'b', 'c'], () => numbers.shift() ?? 0)).toBe('a b c c a b');
    expect(numbers).toEqual([]);
  });
});
