/** The bundle of stored bytes, which a person saved when the vault was damaged. */
import { describe, expect, it } from 'vitest';
import { newContent } from '../../src/vault/content';
import { answerTo, LABELS, sealed } from './backup-stage';
import { accountNamed } from './memory-domain';
import { deviceVault, twoGenerations, withHeader } from './stage';

describe('a bundle of stored bytes', () => {
  async function bundle(): Promise<Record<string, unknown>> {
    const { domain } = await twoGenerations();
    const backup = { s0: await sealed(), mirror: [null, 'odd', await sealed({ epoch: 1 })] };
    return { halfminute: 'stored bytes 1', ...backup, ...Object.fromEntries(domain.items) };
  }

  it('opens to the newest record that the passphrase opens', async () => {
    const stored = await bundle();
    expect(await answerTo(JSON.stringify(stored))).toEqual(['first', 'second']);
    expect(await answerTo(JSON.stringify({ ...stored, vb: 'x' }, null, 2))).toEqual(['first']);
    expect(await answerTo(JSON.stringify({ ...stored, va: 1, vb: {} }))).toEqual(LABELS);
    const { halfminute, ...unnamed } = stored;
    expect(await answerTo(JSON.stringify(unnamed))).toEqual(['first', 'second']);
  });

  it('goes by generation within a vault, and takes a current copy of two that are equal', async () => {
    const other = await sealed({ content: newContent([accountNamed('other', 9)]) });
    const here = await sealed();
    const next = await sealed({ generation: 42, content: newContent([]) });
    expect(await answerTo(JSON.stringify({ s0: other, vb: here }))).toEqual(LABELS);
    expect(await answerTo(JSON.stringify({ s0: next, vb: here }))).toEqual([]);
    expect(await answerTo(JSON.stringify({ s0: here, va: await sealed({ epoch: 2, generation: 99 }) }))).toEqual(
      LABELS,
    );
  });

  it('falls back from a record whose slot opens and whose body does not', async () => {
    const forged = await withHeader(await sealed(), (header) => Object.assign(header, { gen: 900 }));
    expect(await answerTo(JSON.stringify({ va: forged, vb: await sealed() }))).toEqual(LABELS);
    expect(await answerTo(JSON.stringify({ va: forged, vb: 'x' }))).toBe('damaged');
  });

  it('says what is wrong with all of it', async () => {
    const stored = await bundle();
    expect(await answerTo(JSON.stringify(stored), 'another one')).toBe('wrong-passphrase');
    expect(await answerTo(JSON.stringify({ halfminute: 'stored bytes 1', va: 'x' }))).toBe('damaged');
    expect(await answerTo(JSON.stringify({ va: String(stored['va']).slice(0, 300) }))).toBe('damaged');
    expect(await answerTo(JSON.stringify(stored).slice(0, 900))).toBe('damaged');
    const { domain } = await deviceVault();
    const device = Object.fromEntries(domain.items);
    expect(await answerTo(JSON.stringify(device))).toBe('no-passphrase');
    const newer = await withHeader(await sealed(), (header) => Object.assign(header, { v: 2 }));
    expect(await answerTo(JSON.stringify({ ...device, s0: newer }))).toBe('newer');
  });
});
