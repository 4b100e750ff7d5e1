import { describe, expect, it } from 'vitest';
import { modulesPath, qrModules } from '../../src/scan/qr-modules';
import { scanPixels } from '../../src/scan/scan-pixels';

const SCALE = 4;
const TEXTS = [
  'otpauth://totp/Example:anna@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example&algorithm=SHA1&digits=6&period=30',
  `otpauth://totp/${'%E2%82%AC'.repeat(60)}?secret=${'A'.repeat(200)}&issuer=${'x'.repeat(100)}`,
];

describe('a QR code of an account', () => {
  it.each(TEXTS)('is read back as %s', (text) => {
    const modules = qrModules(text);
    const size = modules.length * SCALE;
    const data = new Uint8ClampedArray(size * size * 4).fill(255);
    for (let y = 0; y < size; y += 1)
      for (let x = 0; x < size; x += 1)
        if (modules[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)]) data.set([0, 0, 0], (y * size + x) * 4);
    expect(scanPixels({ data, width: size, height: size }).codes.map((one) => one.text)).toEqual([text]);
  });

  it('has a quiet zone, and a path of its dark modules alone', () => {
    const modules = qrModules('A');
    expect(modules.slice(0, 4).flat().some(Boolean)).toBe(false);
    expect(modulesPath(modules).split('M').length - 1).toBe(modules.flat().filter(Boolean).length);
  });
});
