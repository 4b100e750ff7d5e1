import { type Bytes, utf8 } from './bytes';

/** Characters (code points) after normalization. */
export const PASSPHRASE_CHARACTERS = 8;

/** What a passphrase is to the KDF: UTF-8 of its NFKC form, so that every keyboard's way of typing it is the same. */
export function passphraseBytes(passphrase: string): Bytes {
  return utf8(passphrase.normalize('NFKC'));
}

export function passphraseProblem(passphrase: string): 'too-short' | undefined {
  return [...passphrase.normalize('NFKC')].length < PASSPHRASE_CHARACTERS ? 'too-short' : undefined;
}
