/** Exports as Google Authenticator writes them, also those it never would. */
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

export interface WrittenAccount {
  readonly secret?: Uint8Array;
  readonly name?: string;
  readonly issuer?: string;
  readonly algorithm?: number;
  readonly digits?: number;
  readonly type?: number;
  readonly counter?: number | bigint;
  /** In newer exports only. */
  readonly uniqueId?: string;
}

export interface WrittenBatch {
  readonly size?: number;
  readonly index?: number;
  readonly id?: number;
}

export const SECRET = Uint8Array.of(72, 101, 108, 108, 111, 33, 222, 173, 190, 239);

export function migrationBytes(accounts: readonly WrittenAccount[], batch: WrittenBatch = {}): Uint8Array {
  const writer = new BinaryWriter();
  for (const account of accounts) writer.tag(1, WireType.LengthDelimited).bytes(accountBytes(account));
  writer.tag(2, WireType.Varint).int32(1);
  writer.tag(3, WireType.Varint).int32(batch.size ?? 1);
  writer.tag(4, WireType.Varint).int32(batch.index ?? 0);
  writer.tag(5, WireType.Varint).int32(batch.id ?? 0);
  return writer.finish();
}

function accountBytes(account: WrittenAccount): Uint8Array {
  const { secret = SECRET, name, issuer, algorithm = 1, digits = 1, type = 2, counter, uniqueId } = account;
  const writer = new BinaryWriter();
  writer.tag(1, WireType.LengthDelimited).bytes(secret);
  if (name !== undefined) writer.tag(2, WireType.LengthDelimited).string(name);
  if (issuer !== undefined) writer.tag(3, WireType.LengthDelimited).string(issuer);
  writer.tag(4, WireType.Varint).int32(algorithm);
  writer.tag(5, WireType.Varint).int32(digits);
  writer.tag(6, WireType.Varint).int32(type);
  if (counter !== undefined) writer.tag(7, WireType.Varint).int64(counter);
  if (uniqueId !== undefined) writer.tag(8, WireType.LengthDelimited).string(uniqueId);
  return writer.finish();
}

export function migrationLink(bytes: Uint8Array): string {
  return `otpauth-migration://offline?data=${encodeURIComponent(Buffer.from(bytes).toString('base64'))}`;
}

export function writeMigration(accounts: readonly WrittenAccount[], batch?: WrittenBatch): string {
  return migrationLink(migrationBytes(accounts, batch));
}
