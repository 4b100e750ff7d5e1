/** npm run --silent read:codes -- FILE: the code of each {secret, type, algorithm, digits, period|counter, atMs}, one JSON line each. */
import { decodeBase32 } from '../src/otp/base32';
import { codeAt, hotpCode } from '../src/otp/codes';
import type { OtpParameters } from '../src/otp/otp';
import { findAlgorithm, findParameterError } from '../src/otp/parameters';
import { printLine, readItems } from './json-items';

const MAX_DATE_MS = 8.64e15;

interface Asked {
  readonly secret?: unknown;
  readonly type?: unknown;
  readonly algorithm?: unknown;
  readonly digits?: unknown;
  readonly period?: unknown;
  readonly counter?: unknown;
  readonly atMs?: unknown;
}

export async function main([file]: string[]): Promise<number> {
  const items = readItems(file, 'Name a file with a JSON array of codes to make: npm run --silent read:codes -- FILE');
  if (items === undefined) return 1;
  for (const item of items) printLine(readCode(item));
  return 0;
}

export function readCode(item: unknown): { readonly code: string } | { readonly kind: string } {
  const asked = (typeof item === 'object' && item !== null ? item : {}) as Asked;
  const secret = decodeBase32(textOf(asked.secret, ''));
  if (!secret.ok) return { kind: secret.error.kind };
  const algorithm = findAlgorithm(textOf(asked.algorithm, 'SHA1'));
  if (algorithm === undefined) return { kind: 'algorithm-unknown' };
  const parameters = parametersOf(asked, secret.value, algorithm);
  if (parameters === undefined) return { kind: 'unsupported-type' };
  const wrong = findParameterError(parameters);
  if (wrong !== undefined) return { kind: wrong.kind };
  if (parameters.type === 'hotp') return { code: hotpCode(parameters) };
  const { atMs } = asked;
  if (typeof atMs !== 'number' || Math.abs(atMs) > MAX_DATE_MS) return { kind: 'time-invalid' };
  return { code: codeAt(parameters, atMs) };
}

function parametersOf(
  asked: Asked,
  secret: Uint8Array,
  algorithm: OtpParameters['algorithm'],
): OtpParameters | undefined {
  const digits = numberOf(asked.digits, 6);
  switch (textOf(asked.type, 'totp').toLowerCase()) {
    case 'totp':
      return { type: 'totp', secret, algorithm, digits, periodSeconds: numberOf(asked.period, 30) };
    case 'hotp':
      return { type: 'hotp', secret, algorithm, digits, counter: numberOf(asked.counter, 0) };
    case 'steam':
      return { type: 'steam', secret, algorithm: 'SHA1', digits: 5, periodSeconds: 30 };
    default:
      return undefined;
  }
}

/** What stands there if it is text, `standard` if nothing does, and otherwise a text that means nothing. */
function textOf(value: unknown, standard: string): string {
  if (value === undefined || value === null) return standard;
  return typeof value === 'string' ? value : '';
}

/** Numbers may be written as text; NaN, which no range admits, for anything else. */
function numberOf(value: unknown, standard: number): number {
  if (value === undefined || value === null) return standard;
  if (typeof value === 'string' && /^[0-9]+$/.test(value)) return Number(value);
  return typeof value === 'number' ? value : Number.NaN;
}
