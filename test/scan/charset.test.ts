import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Segment, textOfSegments } from '../../src/scan/charset';

function bytes(hex: string, eci?: number): Segment {
  return { bytes: hex.split(' ').map((byte) => Number.parseInt(byte, 16)), eci };
}

const latin1 = (text: string): Segment => ({ bytes: Array.from(text, (character) => character.charCodeAt(0)) });

describe('bytes of a symbol', () => {
  it('are UTF-8 where they can be, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        expect(textOfSegments([{ bytes: [...new TextEncoder().encode(text)] }])).toBe(text);
      }),
    );
  });

  it('are read whole where an encoder broke a character in two', () => {
    expect(textOfSegments(['7', bytes('5a c3'), bytes('bc'), 'A'])).toBe('7ZüA');
  });

  it.each([
    ['Cyrillic, ECI 7', bytes('bf e0 d8', 7), 'При'],
    ['Central European, ECI 4', bytes('a3 f3 64 bc', 4), 'Łódź'],
    ['Shift JIS, ECI 20', bytes('93 fa', 20), '日'],
    ['Chinese, ECI 29', bytes('d6 d0', 29), '中'],
    ['Korean, ECI 30', bytes('c7 d1', 30), '한'],
    ['UTF-8, ECI 26', bytes('e6 97 a5', 26), '日'],
    ['a charset without a decoder', bytes('41 42', 899), 'AB'],
    ['UTF-8 declared, Latin-1 given', bytes('5a fc', 26), 'Zü'],
  ])('%s', (_, segment, text) => {
    expect(textOfSegments([segment])).toEqual(text);
  });

  it.each([
    ['half-width katakana', bytes('c3 de bb de b2 dd 51 52'), 'ﾃﾞｻﾞｲﾝQR'],
    ['full-width katakana', bytes('83 82 83 6f 83 43 83 8b'), 'モバイル'],
    ['kanji and hiragana', bytes('93 fc 82 e8'), '入り'],
  ])('Shift JIS without a word: %s', (_, segment, text) => {
    expect(textOfSegments([segment])).toBe(text);
  });

  it('are Shift JIS beside kanji, however few', () => {
    expect(textOfSegments([bytes('b6 d7'), bytes('93 fc', 20)])).toBe('ｶﾗ入');
  });

  it.each([
    'Zürich',
    'Café@example.com',
    'Größe',
    'Andréa Peña',
    'Ærøskøbing',
    'CRÉÉ À LYON',
    'smörgåsbord «ÄÖ»',
    '¿Ñandú?',
  ])('Latin-1 stays Latin-1: %s', (text) => {
    expect(textOfSegments([latin1(text)])).toBe(text);
  });

  it.each([
    ['a quote', bytes('41 6c 69 63 65 92 73'), 'Alice’s'],
    ['a dash', bytes('41 96 42 e9'), 'A–Bé'],
  ])('windows-1252 too: %s', (_, segment, text) => {
    expect(textOfSegments([segment])).toBe(text);
  });

  it('are some text, whatever they are and declare', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            bytes: fc.array(fc.nat(255), { maxLength: 40 }),
            eci: fc.option(fc.nat(1000), { nil: undefined }),
          }),
        ),
        (segments) => {
          expect(typeof textOfSegments(segments)).toBe('string');
        },
      ),
    );
  });
});
