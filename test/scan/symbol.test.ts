import { describe, expect, it } from 'vitest';
import { alignmentCentres, modulesAcross, paintFunctionPatterns } from '../../src/scan/symbol';
import { matrixOf } from './pictures';

const VERSIONS = Array.from({ length: 40 }, (_, i) => i + 1);

describe('symbol (ISO/IEC 18004)', () => {
  it('places alignment patterns as annex E lists them', () => {
    expect(alignmentCentres(1)).toEqual([]);
    expect(alignmentCentres(2)).toEqual([6, 18]);
    expect(alignmentCentres(7)).toEqual([6, 22, 38]);
    expect(alignmentCentres(22)).toEqual([6, 26, 50, 74, 98]);
    expect(alignmentCentres(32)).toEqual([6, 34, 60, 86, 112, 138]);
    expect(alignmentCentres(36)).toEqual([6, 24, 50, 76, 102, 128, 154]);
    expect(alignmentCentres(40)).toEqual([6, 30, 58, 86, 114, 142, 170]);
  });

  it.each(VERSIONS)('painting version %d over a true symbol changes nothing', (version) => {
    const modules = Uint8Array.from(matrixOf('A', 'low', version).flat(), Number);
    const painted = modules.slice();
    paintFunctionPatterns(painted, version);
    expect(painted).toEqual(modules);
  });

  it('repairs every function pattern and leaves format and data alone', () => {
    const version = 7;
    const size = modulesAcross(version);
    const onDark = new Uint8Array(size * size).fill(1);
    const onLight = new Uint8Array(size * size);
    paintFunctionPatterns(onDark, version);
    paintFunctionPatterns(onLight, version);
    const untouched = onDark.filter((module, i) => module !== onLight[i]).length;
    // Version 7: 1568 data modules (table 1) and twice 15 of format.
    expect(untouched).toBe(1568 + 30);
  });
});
