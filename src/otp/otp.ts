/**
 * What an account computes its codes from (RFC 4226, RFC 6238, and Steam's own alphabet).
 * `secret` is bytes here; base32 exists only at the edges (URI, stored content, screen).
 */
export const OTP_ALGORITHMS = ['SHA1', 'SHA256', 'SHA384', 'SHA512'] as const;
export type OtpAlgorithm = (typeof OTP_ALGORITHMS)[number];

export interface TotpParameters {
  readonly type: 'totp';
  readonly secret: Uint8Array;
  readonly algorithm: OtpAlgorithm;
  /** 1 to 10. */
  readonly digits: number;
  /** 1 to 86,400. */
  readonly periodSeconds: number;
}

export interface HotpParameters {
  readonly type: 'hotp';
  readonly secret: Uint8Array;
  readonly algorithm: OtpAlgorithm;
  /** 1 to 10. */
  readonly digits: number;
  /** The counter of the next code to show: 0 to 2^53 - 1. */
  readonly counter: number;
}

/** Steam: five characters of its own alphabet over SHA1 and 30 s. The constants are written out so that a screen need not know them. */
export interface SteamParameters {
  readonly type: 'steam';
  readonly secret: Uint8Array;
  readonly algorithm: 'SHA1';
  readonly digits: 5;
  readonly periodSeconds: 30;
}

export type OtpParameters = TotpParameters | HotpParameters | SteamParameters;

/** An account as a door (QR, link, file, hand) delivers it: named, not yet stored. Both names may be empty. */
export type AccountDetails = OtpParameters & {
  readonly issuer: string;
  readonly label: string;
};
