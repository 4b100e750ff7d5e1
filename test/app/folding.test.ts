import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/app/folding';

describe('texts that are looked for', () => {
  it.each([
    ['accents', 'Société Générale', 'societe generale'],
    ['accents of their own', 'Socie\u0301te\u0301', 'societe'],
    ['Vietnamese', 'Ngân hàng Điện tử', 'ngan hang dien tu'],
    ['case', 'GitHub', 'github'],
    ['the width of letters', 'ＧｉｔＨｕｂ　１２', 'github 12'],
    ['letters written as signs', '𝐆𝐢𝐭𝓗𝓾𝓫 ⓐ ﬁ', 'github a fi'],
    ['sharp s, small and large', 'Straße STRAẞE', 'strasse strasse'],
    ['letters of the north', 'Ærø Þór Ðað', 'aero thor dad'],
    ['Polish, Croatian and Maltese', 'Łódź Đurđa Ħamrun', 'lodz durda hamrun'],
    ['French', 'Œuvre', 'oeuvre'],
    ['Turkish, with and without dots', 'İSTANBUL ıstanbul ISTANBUL', 'istanbul istanbul istanbul'],
    ['the Greek letter that ends words', 'ΟΔΟΣ οδος οδοσ', 'οδοσ οδοσ οδοσ'],
    ['Cyrillic', 'Ёлка Й', 'елка и'],
    ['the two kana, and half of their width', 'カタカナ ｶﾀｶﾅ かたかな', 'かたかな かたかな かたかな'],
    ['kana with marks', 'ガギ', 'かき'],
    ['Arabic vowel signs', 'بَنْك', 'بنك'],
    ['signs beside emoji', '❤️ 👨‍👩‍👧', '❤ 👨👩👧'],
    ['what has no width', 'Git\u200b\u200c\u200d\u2060\ufeffHub', 'github'],
    ['marks of direction', '\u202eGit\u202c\u2066Hub\u2069\u200e\u200f', 'github'],
    ['soft hyphens and fillers', 'Git\u00adHub\u3164\u115f\u034f', 'github'],
  ])('are the same but for %s', (_what, text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(text.toLowerCase())).toBe(folded);
  });

  it('keep what makes another word', () => {
    expect(fold('हिन्दी')).toBe('हिन्दी'.normalize('NFKD'));
    expect(fold('ไทย')).toBe('ไทย');
    expect(fold('橡皮鸭')).toBe('橡皮鸭');
    expect(fold('🦊')).toBe('🦊');
  });

  it('are found in Hangul while a syllable is still being typed', () => {
    expect(fold('한국은행').startsWith(fold('하'))).toBe(true);
    expect(fold('한국은행')).toContain(fold('국으'));
    expect(fold('한국은행')).not.toContain(fold('궁'));
  });

  it('are folded once and for all, large or small', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(text, (one) => {
        expect(fold(fold(one))).toBe(fold(one));
        expect(fold(one.normalize('NFC'))).toBe(fold(one.normalize('NFD')));
      }),
      { numRuns: 1000 },
    );
  });
});
