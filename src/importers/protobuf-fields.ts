/**
 * A message in Protocol Buffers as its fields by their numbers. `BinaryReader` is used because it throws where a message
 * ends too early (pbf reads zeros there) and keeps counters beyond 2^53 exact.
 */
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';

export interface MessageFields {
  /** The field's last number, as a signed one of 64 bits; 0 where it is absent. */
  number(field: number): bigint;
  /** Every value of a repeated field. */
  all(field: number): readonly Uint8Array<ArrayBuffer>[];
  /** The field's last bytes; none where it is absent. */
  bytes(field: number): Uint8Array<ArrayBuffer>;
  text(field: number): string;
}

/** Throws where `bytes` are not one whole message, and the fields throw where one is of another form than asked for. */
export function readFields(bytes: Uint8Array): MessageFields {
  const fields = new Map<number, (bigint | Uint8Array<ArrayBuffer> | undefined)[]>();
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, form] = reader.tag();
    const values = fields.get(field) ?? [];
    values.push(readValue(reader, field, form));
    fields.set(field, values);
  }
  const numbers = (field: number) =>
    (fields.get(field) ?? []).map((value) => {
      if (typeof value !== 'bigint') throw new TypeError(`Field ${field} is no number.`);
      return value;
    });
  const all = (field: number) =>
    (fields.get(field) ?? []).map((value) => {
      if (!(value instanceof Uint8Array)) throw new TypeError(`Field ${field} is no bytes.`);
      return value;
    });
  const last = (field: number) => all(field).at(-1) ?? new Uint8Array();
  return {
    number: (field) => numbers(field).at(-1) ?? 0n,
    all,
    bytes: last,
    text: (field) => new TextDecoder().decode(last(field)),
  };
}

/** Nothing for the forms nobody here asks for; they are read past. */
function readValue(reader: BinaryReader, field: number, form: WireType): bigint | Uint8Array<ArrayBuffer> | undefined {
  if (form === WireType.Varint) return BigInt(reader.int64());
  // A copy: what the reader gives is a view into the whole message.
  if (form === WireType.LengthDelimited) return Uint8Array.from(reader.bytes());
  reader.skip(form, field);
  return undefined;
}
