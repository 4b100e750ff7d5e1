/**
 * What every QR code symbol of a version has in common (ISO/IEC 18004:2015): size, finder and separator (6.3.3, 6.3.4),
 * timing (6.3.5), alignment patterns (6.3.6 and annex E), version information (7.10 and annex D).
 */
export const LEAST_VERSION = 1;
export const MOST_VERSION = 40;
export const FINDER_MODULES = 7;
/** From a symbol's edge to the middle of its finder. */
export const FINDER_MIDDLE = 3.5;

export const DARK_MODULE = 1;
export const LIGHT_MODULE = 0;

export function modulesAcross(version: number): number {
  return 17 + 4 * version;
}

/** Annex E as a rule: first at 6, last at size - 7, evenly spread by an even step counted from the far end; version 32 is odd. */
export function alignmentCentres(version: number): number[] {
  if (version < 2) return [];
  const gaps = Math.floor(version / 7) + 1;
  const last = modulesAcross(version) - 7;
  const step = version === 32 ? 26 : Math.ceil((last - 6) / gaps / 2) * 2;
  const centres = [6];
  for (let i = gaps - 1; i >= 0; i--) centres.push(last - i * step);
  return centres;
}

/** Middle modules (column, row) of all alignment patterns; the three that would lie on a finder do not exist. */
export function alignmentPlaces(version: number): [column: number, row: number][] {
  const centres = alignmentCentres(version);
  const last = modulesAcross(version) - 7;
  return centres
    .flatMap((column) => centres.map((row): [number, number] => [column, row]))
    .filter(
      ([column, row]) =>
        !(column === 6 && row === 6) && !(column === 6 && row === last) && !(column === last && row === 6),
    );
}

/** Concentric squares: dark ring, light ring, dark core; the light separator is ring 4. */
export function finderModule(column: number, row: number): number {
  const ring = Math.max(Math.abs(column - 3), Math.abs(row - 3));
  return ring === 2 || ring === 4 ? LIGHT_MODULE : DARK_MODULE;
}

export function alignmentModule(column: number, row: number): number {
  return Math.max(Math.abs(column - 2), Math.abs(row - 2)) === 1 ? LIGHT_MODULE : DARK_MODULE;
}

/** Eighteen bits: the version and twelve check bits of the (18, 6) Golay code, generator 1 1111 0010 0101. */
function versionBits(version: number): number {
  let rest = version << 12;
  for (let bit = 17; bit >= 12; bit--) {
    if ((rest >> bit) & 1) rest ^= 0x1f25 << (bit - 12);
  }
  return (version << 12) | rest;
}

/**
 * Writes what is known without reading (finders, separators, timing, alignment, dark module, version) over sampled modules,
 * so that a decoder finds its bearings even where a logo, a blur or a style has damaged them.
 */
export function paintFunctionPatterns(modules: Uint8Array, version: number): void {
  const size = modulesAcross(version);
  const put = (column: number, row: number, module: number): void => {
    if (column >= 0 && row >= 0 && column < size && row < size) modules[row * size + column] = module;
  };
  for (let i = 8; i < size - 8; i++) {
    put(i, 6, 1 - (i & 1));
    put(6, i, 1 - (i & 1));
  }
  for (const [middleX, middleY] of alignmentPlaces(version)) {
    for (let row = 0; row < 5; row++) {
      for (let column = 0; column < 5; column++)
        put(middleX - 2 + column, middleY - 2 + row, alignmentModule(column, row));
    }
  }
  for (const [left, top] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const) {
    for (let row = -1; row <= FINDER_MODULES; row++) {
      for (let column = -1; column <= FINDER_MODULES; column++)
        put(left + column, top + row, finderModule(column, row));
    }
  }
  put(8, size - 8, DARK_MODULE);
  if (version >= 7) {
    const bits = versionBits(version);
    for (let i = 0; i < 18; i++) {
      const long = Math.floor(i / 3);
      const short = size - 11 + (i % 3);
      put(short, long, (bits >> i) & 1);
      put(long, short, (bits >> i) & 1);
    }
  }
}
