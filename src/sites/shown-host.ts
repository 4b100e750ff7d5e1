/** A host as a person should see it. */
import { toUnicode } from 'punycode/';

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic', 'Thai', 'Devanagari', 'Georgian'];
// Chinese, Japanese and Korean are written in several scripts at once.
const TOGETHER =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ーa-z0-9-]+$/u;
const ONE_SCRIPT = SCRIPTS.map((script) => new RegExp(`^[\\p{Script=${script}}\\p{Mark}0-9-]+$`, 'u'));

/**
 * The host in its letters, where it is written in others than a-z: "xn--bcher-kva.example" is "bücher.example". A host with
 * a label in letters of several scripts, or in none that is known here, stays as it is.
 */
export function lettersOf(host: string): string {
  if (!/(?:^|\.)xn--/i.test(host)) return host;
  const letters = decoded(host);
  if (letters === undefined) return host;
  const labels = letters.replace(/:\d+$/, '').replace(/\.$/, '').split('.');
  return labels.every(isOfOneScript) ? letters : host;
}

function decoded(host: string): string | undefined {
  try {
    return toUnicode(host);
  } catch {
    return undefined;
  }
}

function isOfOneScript(label: string): boolean {
  return label.normalize('NFC') === label && [...ONE_SCRIPT, TOGETHER].some((script) => script.test(label));
}
