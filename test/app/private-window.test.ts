/**
 * Acts on the vault as a whole, in a private window of Firefox: refused before anything is read or written. The browser is
 * stood in for by one that fails at every touch of its storage.
 */
import { describe, expect, it, vi } from 'vitest';

const touched = vi.hoisted(() => vi.fn());

vi.mock('webextension-polyfill', () => {
  const area = new Proxy({}, { get: (_, name) => (name === 'setAccessLevel' ? undefined : touched) });
  return { default: { extension: { inIncognitoContext: true }, storage: { local: area, session: area } } };
});

import { restoreAsVault } from '../../src/app/backup';
import { changePassphrase, protectWithPassphrase } from '../../src/app/passphrase';
import { deleteSetAside, restoreRemains, startOverHere } from '../../src/app/recovery';
import { saveFirstAccounts } from '../../src/app/save';
import type { StoredAccount } from '../../src/vault/account';
import { newContent } from '../../src/vault/content';

const PASSPHRASE = 'quiet river carries lanterns';
const ACCOUNT = {} as StoredAccount;
const backup = { atMs: 0, accounts: [], trashed: 0, isNewer: false, changes: undefined, content: newContent([]) };
const remains = { vaultKey: new Uint8Array(32), snapshots: [] };

describe('a private window that does not share the databases', () => {
  it.each([
    ['changing the passphrase', () => changePassphrase(PASSPHRASE, false)],
    ['changing passphrase and key', () => changePassphrase(PASSPHRASE, true)],
    ['setting the first passphrase', () => protectWithPassphrase(PASSPHRASE)],
    ['starting over', () => startOverHere()],
    ['making a backup the vault', () => restoreAsVault(backup, PASSPHRASE)],
    ['restoring an earlier state', () => restoreRemains(remains, 's0')],
    ['deleting what was set aside', () => deleteSetAside({ key: 'old-1', atMs: 1, length: 1 })],
    [
      'making a vault',
      () =>
        saveFirstAccounts({ accounts: [ACCOUNT], discardedIds: [] }, { kind: 'passphrase', passphrase: PASSPHRASE }),
    ],
    [
      'making a vault of this device',
      () => saveFirstAccounts({ accounts: [ACCOUNT], discardedIds: [] }, { kind: 'device' }),
    ],
  ])('refuses %s', async (_what, act) => {
    expect(await act()).toEqual({ ok: false, error: { kind: 'private-window' } });
    expect(touched).not.toHaveBeenCalled();
  });
});
