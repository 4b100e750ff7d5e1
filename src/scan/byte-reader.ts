/** Numbers and words at places of a byte string. What lies behind its end is `undefined`, never an exception. */
export class ByteReader {
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.#view.byteLength;
  }

  byte(at: number): number | undefined {
    return this.#number(at, 1, false);
  }

  /** `count` bytes, 1 to 6, the most significant first. */
  big(at: number, count: number): number | undefined {
    return this.#number(at, count, false);
  }

  /** `count` bytes, 1 to 6, the least significant first. */
  little(at: number, count: number): number | undefined {
    return this.#number(at, count, true);
  }

  /** Whether the bytes at `at` are the Latin-1 characters of `word`. */
  says(at: number, word: string): boolean {
    return at >= 0 && [...word].every((character, place) => this.byte(at + place) === character.charCodeAt(0));
  }

  #number(at: number, count: number, isLittle: boolean): number | undefined {
    if (!(at >= 0) || at + count > this.length) return undefined;
    let value = 0;
    for (let place = 0; place < count; place += 1)
      value = value * 256 + this.#view.getUint8(isLittle ? at + count - 1 - place : at + place);
    return value;
  }
}
