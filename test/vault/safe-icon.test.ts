/** A picture that is drawn as it is: whatever else stands in its place is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafeIcon } from '../../src/vault/account';

const PNG = 'data:image/png;base64,iVBORw0KGgo=';

describe('a picture of a person’s own', () => {
  it.each([PNG, 'data:image/webp;base64,UklGRg==', `data:image/webp;base64,${'A'.repeat(23_000)}`])(
    'is drawn: %.40s',
    (icon) => {
      expect(isSafeIcon(icon)).toBe(true);
    },
  );

  it.each([
    undefined,
    null,
    7,
    true,
    [PNG],
    { toString: () => PNG },
    '',
    'data:',
    'data:image/png;base64,',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:image/svg+xml,<svg onload="x"/>',
    'data:image/gif;base64,R0lGOD',
    'data:text/html;base64,PHNjcmlwdD4=',
    'data:image/png,iVBORw0KGgo=',
    'data:image/png;charset=x;base64,iVBORw0KGgo=',
    'DATA:image/png;base64,iVBORw0KGgo=',
    'https://tracker.example/pixel.png',
    '//tracker.example/pixel.png',
    'javascript:alert(1)',
    'blob:https://a.example/1',
    ` ${PNG}`,
    `${PNG} `,
    `${PNG}\n`,
    `x\n${PNG}`,
    `${PNG}\nhttps://tracker.example/`,
    `${PNG}" onerror="x`,
    `${PNG}) , url(https://tracker.example/`,
    'data:image/png;base64,iVBO=Rw0KGgo',
    'data:image/png;base64,iVBO\u0000Rw0K',
    `data:image/png;base64,${'A'.repeat(24_000)}`,
  ])('is not drawn: %.60j', (icon) => {
    expect(isSafeIcon(icon)).toBe(false);
  });

  it('holds nothing that could end a string, an attribute or a rule', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((more) => PNG + more),
    );
    fc.assert(
      fc.property(text, (icon) => {
        if (isSafeIcon(icon)) expect(icon).toMatch(/^[A-Za-z0-9:/;,+=]+$/);
      }),
      { numRuns: 2000 },
    );
  });
});
