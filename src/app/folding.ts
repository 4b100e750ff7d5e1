/** Texts as they are compared where a person looks for one: what is written differently and means the same becomes the same. */

const PLAIN = /^[\x20-\x7e]*$/;
/** Accents, and what is not seen: joiners, soft hyphens, marks of direction. Vowel signs of Indic scripts are letters. */
const NOT_COMPARED = /[\p{Script=Inherited}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  þ: 'th',
  ı: 'i',
  // The one letter whose small form depends on where it stands.
  ς: 'σ',
};
const FROM_KATAKANA = 0x60;

/** Case, accents, the width of letters, the two kana and whatever is not seen make no difference. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(NOT_COMPARED, '')
    .toLowerCase()
    .replace(/[ßæœøłđðħŧþıς]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - FROM_KATAKANA));
}
