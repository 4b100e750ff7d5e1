/** A host as a person should see it. */
import { toUnicode } from 'punycode/';

/** The host in its letters, where it is written in others than a-z: "xn--bcher-kva.example" is "bücher.example". */
export function lettersOf(host: string): string {
  return toUnicode(host);
}
