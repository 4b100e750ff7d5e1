/** The session's key over a browser that keeps it in memory: what may go on, what stays locked, what counts as asked. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

const session = vi.hoisted(() => new Map<string, unknown>());

vi.mock('webextension-polyfill', () => ({
  default: {
    alarms: { create: () => {} },
    extension: { inIncognitoContext: false },
    storage: {
      local: {},
      session: {
        get: async (key: string) => ({ [key]: session.get(key) }),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) session.set(key, value);
        },
        remove: async (keys: readonly string[]) => {
          for (const key of keys) session.delete(key);
        },
      },
    },
  },
}));
vi.stubGlobal('navigator', { locks: { request: (_name: string, _options: object, work: () => unknown) => work() } });

import { changePassphrase, protectWithPassphrase } from '../../src/app/passphrase';
import { dropSessionKey, findSessionKey, keepSessionKey, replaceSessionKey } from '../../src/app/session-key';
import { followNewKey, startSession } from '../../src/app/unlock';
import { newContent } from '../../src/vault/content';
import type { Protection } from '../../src/vault/vault';

const OLD = new Uint8Array(32).fill(1);
const NEW = new Uint8Array(32).fill(2);
const OTHER = new Uint8Array(32).fill(3);
const NOW = Date.UTC(2030, 0, 1);
const MINUTE = 60_000;
const PASSPHRASE = 'quiet river carries lanterns';

const unlocked = (vaultKey: Uint8Array<ArrayBuffer>, protection: Protection) => ({
  vaultId: crypto.randomUUID(),
  epoch: 1,
  generation: 1,
  protection,
  content: newContent([]),
  isReadOnly: false,
  vaultKey,
});
const keep = async (vaultKey: Uint8Array<ArrayBuffer>, nowMs: number) =>
  await keepSessionKey(
    { vaultKey, lockAfter: '15-minutes', isConfirmed: false, isTorn: true, news: 'older-state' },
    nowMs,
  );
const replace = async (nowMs: number, more = {}) =>
  await replaceSessionKey(OLD, { vaultKey: NEW, lockAfter: '15-minutes', ...more }, nowMs);

beforeEach(() => session.clear());

describe('the key of a vault that got another one', () => {
  it('takes the place of the old key, confirmed, for its whole time, with what is still to be told', async () => {
    await keep(OLD, NOW);
    expect(await replace(NOW + MINUTE)).toBe(true);
    expect(await findSessionKey(NOW + MINUTE)).toEqual({
      vaultKey: NEW,
      deadlineMs: NOW + 16 * MINUTE,
      confirmedMs: NOW + MINUTE,
      news: 'older-state',
      isTorn: false,
    });
    expect(await replace(NOW + MINUTE, { news: 'mirror-failing' })).toBe(true);
    expect((await findSessionKey(NOW + MINUTE))?.news).toBe('mirror-failing');
  });

  it('T6: stays away where the vault was locked meanwhile', async () => {
    await keep(OLD, NOW);
    await dropSessionKey();
    expect(await replace(NOW)).toBe(false);
    expect(session.size).toBe(0);
  });

  it('T6: stays away where the time was over, or the clock was turned back', async () => {
    await keep(OLD, NOW);
    expect(await replace(NOW + 16 * MINUTE)).toBe(false);
    expect(await replace(NOW - 2 * MINUTE)).toBe(false);
    expect(await findSessionKey(NOW + 16 * MINUTE)).toBeUndefined();
  });

  it('leaves the key of another vault alone', async () => {
    await keep(OTHER, NOW);
    expect(await replace(NOW)).toBe(false);
    expect((await findSessionKey(NOW))?.vaultKey).toEqual(OTHER);
  });

  it('T6: what followed it tells whether it is locked', async () => {
    const sealed = { ...unlocked(NEW, 'passphrase'), isMirrored: true };
    expect(await followNewKey(sealed, OLD)).toBe(false);
    expect(session.size).toBe(0);
    await keep(OLD, Date.now());
    expect(await followNewKey(sealed, OLD)).toBe(true);
  });
});

describe('asking before a passphrase is set', () => {
  it('T6: an unlock by the device’s own key proves nothing', async () => {
    await startSession(unlocked(OLD, 'device'), { isConfirmed: true });
    expect((await findSessionKey(Date.now()))?.confirmedMs).toBeUndefined();
    await startSession(unlocked(OLD, 'passphrase'), { isConfirmed: true });
    expect((await findSessionKey(Date.now()))?.confirmedMs).toBeDefined();
  });

  it.each([
    ['the first one', () => protectWithPassphrase(PASSPHRASE)],
    ['another one', () => changePassphrase(PASSPHRASE, false)],
    ['another one with another key', () => changePassphrase(PASSPHRASE, true)],
  ])('T6: %s is not set where nobody was asked within the last minute', async (_which, set) => {
    await keep(OLD, Date.now());
    expect(await set()).toEqual({ ok: false, error: { kind: 'not-confirmed' } });
    session.clear();
    expect(await set()).toEqual({ ok: false, error: { kind: 'locked' } });
  });
});
