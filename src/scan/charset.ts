/**
 * From the segments of a symbol to its text (ISO/IEC 18004:2015, 7.3 and 7.4). Digits, letters and kanji say what they mean;
 * bytes hardly ever do. They are read by the charset the symbol declares (ECI), else as UTF-8, which bytes of another charset
 * hardly ever pass for, else as Shift JIS where the symbol is Japanese, else as Latin-1, the standard's own default.
 */

/** A text, or bytes with the ECI assignment number in force, if one is. */
export type Segment = string | { readonly bytes: readonly number[]; readonly eci?: number | undefined };

/** AIM ECI assignments that `TextDecoder` can read; ISO 8859-1 is windows-1252 to it, which differs in control characters only. */
const ECI_CHARSETS: Readonly<Record<number, string>> = {
  1: 'iso-8859-1',
  3: 'iso-8859-1',
  4: 'iso-8859-2',
  5: 'iso-8859-3',
  6: 'iso-8859-4',
  7: 'iso-8859-5',
  8: 'iso-8859-6',
  9: 'iso-8859-7',
  10: 'iso-8859-8',
  11: 'iso-8859-9',
  12: 'iso-8859-10',
  13: 'iso-8859-11',
  15: 'iso-8859-13',
  16: 'iso-8859-14',
  17: 'iso-8859-15',
  18: 'iso-8859-16',
  20: 'shift_jis',
  21: 'windows-1250',
  22: 'windows-1251',
  23: 'windows-1252',
  24: 'windows-1256',
  25: 'utf-16be',
  26: 'utf-8',
  28: 'big5',
  29: 'gbk',
  30: 'euc-kr',
  32: 'gb18030',
};
/** Of ECI, and of kanji segments, whose characters are given by their Shift JIS bytes. */
export const SHIFT_JIS = 20;

/** An encoder may break a run of bytes anywhere, even inside a character, so neighbours under one charset are read as one. */
export function textOfSegments(segments: readonly Segment[]): string {
  const runs: { text?: string; bytes: number[]; eci?: number | undefined }[] = [];
  for (const segment of segments) {
    const last = runs.at(-1);
    if (typeof segment === 'string') runs.push({ text: segment, bytes: [] });
    else if (last !== undefined && last.text === undefined && last.eci === segment.eci)
      last.bytes.push(...segment.bytes);
    else runs.push({ bytes: [...segment.bytes], eci: segment.eci });
  }
  const isJapanese = runs.some(({ eci }) => eci === SHIFT_JIS);
  return runs.map(({ text, bytes, eci }) => text ?? textOfBytes(Uint8Array.from(bytes), eci, isJapanese)).join('');
}

function textOfBytes(bytes: Uint8Array, eci: number | undefined, isJapanese: boolean): string {
  const declared = eci === undefined ? undefined : ECI_CHARSETS[eci];
  const isShiftJis = isJapanese || looksLikeShiftJis(bytes);
  for (const charset of [declared, 'utf-8', isShiftJis ? 'shift_jis' : undefined]) {
    const text = charset === undefined ? undefined : decodeAs(charset, bytes);
    if (text !== undefined) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

function decodeAs(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isKatakanaByte(byte: number): boolean {
  return byte >= 0xa1 && byte <= 0xdf;
}

function isLeadByte(byte: number): boolean {
  return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xef);
}

/**
 * Whether the bytes hold what a Western text hardly ever does: three half-width katakana (A1 to DF) on end, or two characters
 * on end of which one starts with 81 to 9F, where Latin-1 has control characters and windows-1252 single quotes and dashes.
 */
function looksLikeShiftJis(bytes: Uint8Array): boolean {
  let katakana = 0;
  let characters = 0;
  let isLow = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (isKatakanaByte(byte)) {
      katakana++;
      characters++;
    } else if (isLeadByte(byte)) {
      katakana = 0;
      characters++;
      isLow ||= byte <= 0x9f;
      i++;
    } else {
      katakana = 0;
      characters = 0;
      isLow = false;
    }
    if (katakana >= 3 || (characters >= 2 && isLow)) return true;
  }
  return false;
}
