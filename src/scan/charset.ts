/**
 * From the segments of a symbol to its text (ISO/IEC 18004:2015, 7.3 and 7.4). Digits, letters and kanji say what they mean;
 * bytes hardly ever do. They are read by the charset the symbol declares (ECI), else as UTF-8, which bytes of another charset
 * hardly ever pass for, else as Shift JIS where the symbol is Japanese, else as Latin-1, the standard's own default.
 */

/** A text, or bytes with the ECI assignment number in force, if one is. */
export type Segment = string | { readonly bytes: readonly number[]; readonly eci?: number | undefined };

/** ISO 8859-1 with printable characters in place of its second set of control characters. */
const LATIN = 'windows-1252';
/** Characters 80 to 9F of windows-1252. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** AIM ECI assignments with the names `TextDecoder` knows. */
const ECI_CHARSETS: Readonly<Record<number, string>> = {
  1: LATIN,
  3: LATIN,
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
  23: LATIN,
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

/**
 * What a Western text hardly ever holds. Three half-width katakana (A1 to DF) on end, of which the outer ones are not Latin-1's
 * quotation marks and turned punctuation; or a character that starts with 81 to 9F, where Latin-1 has controls and
 * windows-1252 quotes and dashes, and another right behind it.
 */
const SHIFT_JIS_SIGNS = [
  /[\xa2-\xaa\xac-\xbe\xc0-\xdf][\xa1-\xdf][\xa1-\xba\xbc-\xdf]/,
  /[\x81-\x9f][\x40-\x7e\x80-\xfc](?:[\xa1-\xdf]|[\x81-\x9f\xe0-\xef][\x40-\x7e\x80-\xfc])/,
];

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
  const latin = textOfLatin(bytes);
  const declared = eci === undefined ? undefined : ECI_CHARSETS[eci];
  if (declared === LATIN) return latin;
  const isShiftJis = isJapanese || SHIFT_JIS_SIGNS.some((sign) => sign.test(latin1Of(bytes)));
  for (const charset of [declared, 'utf-8', isShiftJis ? 'shift_jis' : undefined]) {
    const text = charset === undefined ? undefined : decodeAs(charset, bytes);
    if (text !== undefined) return text;
  }
  return latin;
}

function decodeAs(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function latin1Of(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** By a table, for some versions of Node decode windows-1252 as ISO 8859-1. */
function textOfLatin(bytes: Uint8Array): string {
  return latin1Of(bytes).replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}
