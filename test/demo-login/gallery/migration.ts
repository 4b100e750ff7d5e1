/**
 * Export batches as Google Authenticator writes them: a protocol buffer in base64 in a link. Written by hand from the
 * format's public description (protobuf.dev, "Encoding"), apart from whatever reads it.
 */

import type { GalleryAccount } from './item';
import { sampleSecret } from './sample';

export interface Batch {
  readonly accounts: readonly GalleryAccount[];
  readonly size: number;
  /** From 0. */
  readonly index: number;
  /** An int32, often negative. The same in every part of one export. */
  readonly id: number;
}

const VERSION = 1;
const ALGORITHM = { SHA1: 1, SHA256: 2 } as const;
const DIGITS = new Map([
  [6, 1],
  [8, 2],
]);

export function migrationUri({ accounts, size, index, id }: Batch): string {
  const payload = Buffer.concat([
    ...accounts.map((account) => bytesField(1, otpParameters(account))),
    numberField(2, VERSION),
    numberField(3, size),
    numberField(4, index),
    numberField(5, id),
  ]);
  return `otpauth-migration://offline?data=${encodeURIComponent(payload.toString('base64'))}`;
}

function otpParameters(account: GalleryAccount): Buffer {
  const digits = DIGITS.get(account.digits);
  if (digits === undefined || account.type === 'steam') throw new RangeError('an export cannot hold such an account');
  return Buffer.concat([
    bytesField(1, sampleSecret(account.issuer)),
    bytesField(2, Buffer.from(account.label)),
    bytesField(3, Buffer.from(account.issuer)),
    numberField(4, ALGORITHM[account.algorithm]),
    numberField(5, digits),
    numberField(6, account.type === 'hotp' ? 1 : 2),
    ...(account.type === 'hotp' ? [numberField(7, account.counter)] : []),
  ]);
}

function bytesField(number: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
}

function numberField(number: number, value: number): Buffer {
  return Buffer.concat([varint(number << 3), varint(value)]);
}

/** Negative numbers stand as their 64-bit two's complement, in ten bytes. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  return Buffer.from([...bytes, Number(rest)]);
}
