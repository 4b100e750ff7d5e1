/** An export batch taken apart byte by byte, for the gallery's tests. Knows the six field types that occur, and no more. */
export type Fields = ReadonlyMap<number, readonly (bigint | Buffer)[]>;

/** The fields of one protocol buffer message, by number. */
export function readFields(bytes: Buffer): Fields {
  const fields = new Map<number, (bigint | Buffer)[]>();
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes.readUInt8(at++);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    let value: bigint | Buffer = BigInt.asIntN(64, varint());
    if (tag % 8 === 2) {
      const end = at + Number(value);
      value = bytes.subarray(at, end);
      at = end;
    } else if (tag % 8 !== 0) throw new Error(`wire type ${tag % 8} has no place in an export`);
    fields.set(tag >> 3, [...(fields.get(tag >> 3) ?? []), value]);
  }
  return fields;
}

export function numberIn(fields: Fields, number: number): number {
  return Number(fields.get(number)?.[0]);
}

export function bytesIn(fields: Fields, number: number): Buffer[] {
  return (fields.get(number) ?? []).filter((value) => typeof value !== 'bigint');
}
