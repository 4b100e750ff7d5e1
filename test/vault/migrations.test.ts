/** Content of older versions. No step exists yet, so the chain is proven with planted ones. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/vault/bytes';
import { CONTENT_VERSION, decodeContent, encodeContent, migratedFrom, newContent } from '../../src/vault/content';
import type { JsonObject } from '../../src/vault/json';
import { MIGRATIONS, type Migration, migrateContent } from '../../src/vault/migrations';
import { addAccount } from '../../src/vault/operations';
import { accountNamed } from './memory-domain';

const planted = (from: number, content = from + 1): Migration => ({
  from,
  migrate: (body) => ({ ...body, content, ['path']: `${body['path'] ?? ''}${from}` }),
});
const CHAIN = [planted(1), planted(2), planted(3)];
const bodyOf = (content: unknown): JsonObject => ({ ...newContent([accountNamed('a', 1)]), n: 1, content });
const bytesOf = (content: unknown) => utf8(JSON.stringify(bodyOf(content)));

describe('a chain of steps', () => {
  it.each([
    [1, '123'],
    [2, '23'],
    [3, '3'],
  ])('brings version %i to the last one, in order', (content, path) => {
    expect(migrateContent(bodyOf(content), CHAIN)).toEqual({ ok: true, value: { ...bodyOf(4), path } });
  });

  it('leaves what is there already or newer as it is', () => {
    for (const content of [4, 5, 900]) {
      const raw = bodyOf(content);
      const migrated = migrateContent(raw, CHAIN);
      expect(migrated.ok && migrated.value).toBe(raw);
    }
  });

  it('changes nothing of what it is given', () => {
    const raw = Object.freeze(bodyOf(1));
    expect(migrateContent(raw, CHAIN).ok).toBe(true);
    expect(raw).toEqual(bodyOf(1));
  });

  it.each([
    ['a gap', 1, [planted(1), planted(3)]],
    ['a body older than the first step', 1, [planted(2), planted(3)]],
    ['a step that stays', 1, [planted(1, 1), planted(2)]],
    ['a step that leaps', 1, [planted(1, 3), planted(3)]],
    ['a step that goes back', 2, [planted(1), planted(2, 1)]],
    ['no version', undefined, CHAIN.slice(0, 0)],
    ['version 0', 0, CHAIN],
    ['a negative version', -1e300, CHAIN],
    ['half a version', 1.5, CHAIN],
  ])('refuses %s', (_, content, steps) => {
    expect(decodeContent(bytesOf(content), steps)).toEqual({ ok: false, error: { kind: 'damaged' } });
  });
});

describe('content that was migrated', () => {
  it('tells so, whatever is done to it, and is stored without', () => {
    const read = decodeContent(bytesOf(2), CHAIN);
    if (!read.ok) throw new Error(read.error.kind);
    const content = addAccount(read.value, accountNamed('b', 2));
    expect([read.value, content].map(migratedFrom)).toEqual([2, 2]);
    const again = decodeContent(encodeContent(content), CHAIN);
    expect(again.ok && again.value).toMatchObject({ content: 4, accounts: [{ label: 'a' }, { label: 'b' }] });
    expect(again.ok && migratedFrom(again.value)).toBeUndefined();
  });

  it('is not what is at its version', () => {
    const read = decodeContent(bytesOf(CONTENT_VERSION));
    expect(read.ok && migratedFrom(read.value)).toBeUndefined();
  });
});

describe('every version there ever was', () => {
  const versions = Array.from({ length: CONTENT_VERSION }, (_, before) => before + 1);

  it('has its step, but for the last one', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(versions.slice(0, -1));
    expect(Object.isFrozen(MIGRATIONS)).toBe(true);
  });

  it.each(versions)('has a sealed vault of version %i among the fixtures', (version) => {
    const files = readdirSync(new URL('../fixtures', import.meta.url));
    expect(files.filter((file) => file.endsWith(`-content-${version}.json`))).not.toEqual([]);
  });
});
