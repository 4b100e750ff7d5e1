/** The names of an account as key URIs and exports carry them: an issuer of its own, or one in front of the label. */

export const MAX_NAME_CHARACTERS = 1000;

export interface AccountNames {
  readonly issuer: string;
  readonly label: string;
}

/** `given` decides where it is not empty; otherwise the part of `text` before its first colon is the issuer. Both may be empty. */
export function readNames(text: string, given: string): AccountNames {
  const issuer = given.trim();
  const label = text.trim();
  if (issuer !== '' && label.startsWith(`${issuer}:`)) return { issuer, label: label.slice(issuer.length + 1).trim() };
  const colon = label.indexOf(':');
  if (colon < 0) return { issuer, label };
  return { issuer: issuer === '' ? label.slice(0, colon).trim() : issuer, label: label.slice(colon + 1).trim() };
}

export function areNamesTooLong({ issuer, label }: AccountNames): boolean {
  return Math.max(issuer.length, label.length) > MAX_NAME_CHARACTERS;
}
