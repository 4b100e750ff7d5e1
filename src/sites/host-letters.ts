/** Hosts carry letters other than a-z as xn--; here they become letters again. */
import punycode from 'punycode/';

/** As it stands where it is no such writing. */
export function decodedHost(host: string): string {
  if (!/(?:^|\.)xn--|[^\0-\x7f]/i.test(host)) return host;
  try {
    return punycode.toUnicode(host);
  } catch {
    return host;
  }
}
