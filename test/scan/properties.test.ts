import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPayload } from '../../src/app/payload';
import { scanPixels } from '../../src/scan/scan-pixels';
import { runs } from '../tier';
import { BLACK, type Colour, type Correction, matrixOf, NIGHT, Page, WHITE } from './pictures';

const base32 = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
  minLength: 16,
  maxLength: 52,
});
const name = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789äöüßé日本'),
  minLength: 1,
  maxLength: 20,
});

const scene = fc.record({
  issuer: name,
  label: name,
  secret: base32.filter((text) => [0, 2, 4, 5, 7].includes(text.length % 8)),
  ecc: fc.constantFrom<Correction>('low', 'medium', 'quartile', 'high'),
  cssPixelsPerModule: fc.double({ min: 2.6, max: 6, noNaN: true }),
  ratio: fc.constantFrom(1, 1.25, 1.5, 2),
  look: fc.constantFrom<[Colour, Colour, Colour]>(
    [WHITE, BLACK, WHITE],
    [NIGHT, BLACK, WHITE],
    [NIGHT, WHITE, NIGHT],
    [
      [240, 244, 250],
      [10, 60, 140],
      [255, 255, 255],
    ],
  ),
  quietModules: fc.constantFrom(0, 2, 4),
  fromLeft: fc.double({ min: 0, max: 1, noNaN: true }),
  fromTop: fc.double({ min: 0, max: 1, noNaN: true }),
  seed: fc.nat(),
});

it('reads any enrolment code anywhere on any page, exactly and in its place', () => {
  fc.assert(
    fc.property(scene, (drawn) => {
      const { issuer, label, secret, ratio, quietModules } = drawn;
      const text = `otpauth://totp/${encodeURIComponent(issuer)}:${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
      const matrix = matrixOf(text, drawn.ecc);
      const scale = drawn.cssPixelsPerModule * ratio;
      const side = matrix.length * scale;
      const [ground, dark, light] = drawn.look;
      const page = new Page(
        Math.ceil(Math.max(800 * ratio, side + 40)),
        Math.ceil(Math.max(500 * ratio, side + 40)),
        ground,
      );
      page.text(drawn.seed, [120, 124, 132], Math.round(15 * ratio));
      const left = 20 + drawn.fromLeft * (page.width - side - 40);
      const top = 20 + drawn.fromTop * (page.height - side - 40);
      const corners = page.code(matrix, left, top, scale, { dark, light, quietModules });
      const { codes } = scanPixels(page);
      expect(codes.map((code) => code.text)).toEqual([text]);
      codes[0]?.corners.forEach((corner, i) => {
        expect(Math.hypot(corner.x - (corners[i]?.x ?? 0), corner.y - (corners[i]?.y ?? 0))).toBeLessThan(
          Math.max(1.5, 0.3 * scale),
        );
      });
      expect(readPayload(codes[0]?.text ?? '')).toMatchObject({ kind: 'account', account: { issuer, label } });
    }),
    // Shrinking pictures takes minutes and the counterexample is as plain as it gets.
    { numRuns: runs(40, 200), endOnFailure: true },
  );
});
