/** The ranges an account's parameters may have, whichever door it comes through. Nothing is ever clamped into range: that would make wrong codes. */
import { OTP_ALGORITHMS, type OtpAlgorithm, type OtpParameters } from './otp';

const MAX_SECRET_BYTES = 1024;

export type ParameterError =
  | { readonly kind: 'secret-missing' | 'secret-too-long' | 'digits-invalid' | 'period-invalid' | 'counter-invalid' }
  | { readonly kind: 'algorithm-unknown'; readonly algorithm: string };

/** The first parameter out of range; none where codes can be made. */
export function findParameterError(parameters: OtpParameters): ParameterError | undefined {
  if (parameters.secret.length === 0) return { kind: 'secret-missing' };
  if (parameters.secret.length > MAX_SECRET_BYTES) return { kind: 'secret-too-long' };
  if (!OTP_ALGORITHMS.includes(parameters.algorithm))
    return { kind: 'algorithm-unknown', algorithm: String(parameters.algorithm) };
  if (!isWithin(parameters.digits, 1, 10)) return { kind: 'digits-invalid' };
  if (parameters.type === 'hotp') {
    return isWithin(parameters.counter, 0, Number.MAX_SAFE_INTEGER) ? undefined : { kind: 'counter-invalid' };
  }
  return isWithin(parameters.periodSeconds, 1, 86_400) ? undefined : { kind: 'period-invalid' };
}

/** An algorithm by any of the names apps write: `sha1`, `SHA-256`, `HmacSHA512`, `Algorithm.sha256`. */
export function findAlgorithm(name: string): OtpAlgorithm | undefined {
  const plain = name
    .toUpperCase()
    .replace(/^ALGORITHM\./, '')
    .replace(/^HMAC-?/, '')
    .replace('-', '');
  return OTP_ALGORITHMS.find((algorithm) => algorithm === plain);
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}
