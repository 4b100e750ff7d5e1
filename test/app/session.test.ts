/** The session's key over a browser that keeps it in memory: what counts as asked. */
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

import { changePassphrase } from '../../src/app/passphrase';
import { findSessionKey, keepSessionKey } from '../../src/app/session-key';
import { protectWithPassphrase, startSession } from '../../src/app/unlock';
import { newContent } from '../../src/vault/content';
import type { Protection } from '../../src/vault/vault';

const OLD = new Uint8Array(32).fill(1);
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
beforeEach(() => session.clear());

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
