/** A host as a person should see it. */
import { decodedHost } from './host-letters';

const SCRIPTS = ['Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic', 'Thai', 'Devanagari', 'Georgian'];
// Chinese, Japanese and Korean are written in several scripts at once.
const TOGETHER =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ーa-z0-9-]+$/u;
// A word in these alone is read as one of a-z.
const LIKE_LATIN = /^[асԁеһіїјӏорԛѕԝхуүѵвкαικνορυχ0-9-]+$/;
const LATIN = oneScript('Latin');
const ONE_SCRIPT = [...SCRIPTS.map(oneScript), TOGETHER];

function oneScript(script: string): RegExp {
  return new RegExp(`^[\\p{Script=${script}}\\p{Mark}0-9-]+$`, 'u');
}

/**
 * The host in its letters, where it is written in others than a-z: "xn--bcher-kva.example" is "bücher.example". A host with
 * a label in letters of several scripts, in none that is known here, or in another that reads as a-z, stays as it is.
 */
export function lettersOf(host: string): string {
  if (!/(?:^|\.)xn--/i.test(host)) return host;
  const letters = decodedHost(host);
  const labels = letters.replace(/:\d+$/, '').replace(/\.$/, '').split('.');
  return labels.every((label, place) => isReadable(label, place === labels.length - 1)) ? letters : host;
}

function isReadable(label: string, isLast: boolean): boolean {
  if (label.normalize('NFC') !== label || label.startsWith('xn--')) return false;
  if (LATIN.test(label)) return true;
  return ONE_SCRIPT.some((script) => script.test(label)) && (isLast || !LIKE_LATIN.test(label));
}
