/** Firefox packs what it remembers of its tabs as one LZ4 block behind a mark of its own and the length of the text. */
const MAGIC = Buffer.from('mozLz40\0');
const HEADER_BYTES = MAGIC.length + 4;
const SHORTEST_MATCH = 4;

export function isMozillaLz4(file: Buffer): boolean {
  return file.subarray(0, MAGIC.length).equals(MAGIC);
}

export function unpackMozillaLz4(file: Buffer): Buffer {
  const unpacked = Buffer.alloc(file.readUInt32LE(MAGIC.length));
  let from = HEADER_BYTES;
  let to = 0;
  // A length of 15 goes on in the bytes that follow, as long as they are 255.
  const readLength = (start: number) => {
    let length = start;
    let more = start === 15 ? 255 : 0;
    while (more === 255) {
      more = file.readUInt8(from++);
      length += more;
    }
    return length;
  };
  while (from < file.length) {
    const token = file.readUInt8(from++);
    const literals = readLength(token >> 4);
    file.copy(unpacked, to, from, from + literals);
    from += literals;
    to += literals;
    if (from >= file.length) break;
    const distance = file.readUInt16LE(from);
    from += 2;
    const matchEnd = to + readLength(token & 15) + SHORTEST_MATCH;
    for (; to < matchEnd; to++) unpacked.writeUInt8(unpacked.readUInt8(to - distance), to);
  }
  return unpacked.subarray(0, to);
}
