/** From the page on which an account is scanned into the vault, over a browser in memory: what goes along, and what does not. */
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
vi.mock('../../src/app/vault-ports', async () => {
  const { MemoryCell, MemoryDomain, portsOver } = await import('../vault/memory-domain');
  return { vaultPorts: portsOver(new MemoryDomain(), [new MemoryCell(), new MemoryCell()]) };
});
vi.stubGlobal('navigator', { locks: { request: (_name: string, _options: object, work: () => unknown) => work() } });

import { bindAccount } from '../../src/app/bind-account';
import { changeAccount } from '../../src/app/edit';
import { readPayload } from '../../src/app/payload';
import { readPending } from '../../src/app/pending';
import { receiveLink, receivePayloads } from '../../src/app/receive';
import { saveAccounts, saveFirstAccounts } from '../../src/app/save';
import { findSessionKey } from '../../src/app/session-key';
import { vaultPorts } from '../../src/app/vault-ports';
import { sitesOf } from '../../src/vault/account';
import { openVault } from '../../src/vault/vault';
import { writeMigration } from '../importers/migration-writer';
import type { MemoryDomain } from '../vault/memory-domain';

const ANNA = 'otpauth://totp/Contoso:anna?secret=JBSWY3DPEHPK3PXP&issuer=Contoso';
const GITHUB = { site: 'github.com' };
const LOCAL = { site: 'http://localhost:3000' };

const vaultKey = async () => (await findSessionKey(Date.now()))?.vaultKey;
const waiting = async () => await readPending(await vaultKey(), Date.now());
const scanned = async (foundAt?: string, text = ANNA) => {
  const payload = readPayload(text);
  await receivePayloads([foundAt === undefined ? payload : ({ ...payload, foundAt } as typeof payload)]);
  return await waiting();
};
const saved = async () => {
  const key = await vaultKey();
  if (key === undefined) throw new Error('locked');
  const opened = await openVault(vaultPorts, key);
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value.content;
};
const only = <T>([one, ...more]: readonly T[]): T => {
  if (one === undefined || more.length > 0) throw new Error(`${more.length + 1} and not one`);
  return one;
};
const makeVault = async () => {
  const account = { ...only(await scanned('https://github.com')), sites: [GITHUB] };
  await saveFirstAccounts({ accounts: [account], discardedIds: [] }, { kind: 'device' });
  return only((await saved()).accounts);
};

beforeEach(() => {
  session.clear();
  const domain = vaultPorts.local as MemoryDomain;
  domain.items.clear();
  domain.mirror.items.clear();
});

describe('an account that waits', () => {
  it.each(['https://github.com', 'http://127.0.0.1:8080', 'http://localhost:3000'])('was found at %s', async (at) => {
    expect(only(await scanned(at))).toMatchObject({ label: 'anna', foundAt: at, unverified: true });
  });

  it.each(['http://example.com', 'null', 'chrome-extension://abc'])(
    'scanned at %s, where no code is filled, is not said to be found there',
    async (at) => {
      const account = only(await scanned(at));
      expect(account).toMatchObject({ unverified: true });
      expect(account).not.toHaveProperty('foundAt');
    },
  );

  it('brought in any other way was found nowhere', async () => {
    await scanned();
    await receiveLink(ANNA);
    const all = await scanned('https://github.com', writeMigration([{ name: 'cleo' }]));
    expect(all.map(({ label }) => label)).toEqual(['anna', 'anna', 'cleo']);
    for (const account of all) {
      expect(account).not.toHaveProperty('foundAt');
      expect(account).not.toHaveProperty('unverified');
    }
  });

  it('keeps where it was found sealed once there is a vault', async () => {
    await makeVault();
    expect(only(await scanned('https://login.example.com')).foundAt).toBe('https://login.example.com');
    expect(JSON.stringify([...session.values()])).not.toContain('example.com');
  });
});

describe('an account that is saved', () => {
  it('has the site that was agreed to; where it was found stays outside, from the first one on', async () => {
    const first = await makeVault();
    expect(first).toMatchObject({ label: 'anna', sites: [GITHUB], unverified: true });
    const second = only(await scanned('http://127.0.0.1:8080'));
    await saveAccounts([{ account: second }]);
    const { accounts } = await saved();
    expect(accounts[1]).toMatchObject({ label: 'anna', unverified: true });
    expect(accounts[1]).not.toHaveProperty('sites');
    for (const account of accounts) expect(account).not.toHaveProperty('foundAt');
    expect(await waiting()).toEqual([]);
  });

  it('takes the sites of the one it replaces', async () => {
    const first = await makeVault();
    const second = { ...only(await scanned('http://localhost:3000')), sites: [LOCAL] };
    await saveAccounts([{ account: second, replacedId: first.id }]);
    const { accounts, trash } = await saved();
    expect(only(accounts)).toMatchObject({ id: second.id, sites: [GITHUB, LOCAL] });
    expect(accounts[0]).not.toHaveProperty('foundAt');
    expect(trash).toMatchObject([{ id: first.id, sites: [GITHUB] }]);
  });
});

describe('the sites of an account, edited,', () => {
  it('are written, and what undo needs is answered', async () => {
    const account = await makeVault();
    const changed = await changeAccount(account, { label: 'anna', sites: [{ ...GITHUB, submits: true }, LOCAL] });
    expect(changed).toEqual({ ok: true, value: { sites: [GITHUB] } });
    const after = only((await saved()).accounts);
    expect(after).toMatchObject({ sites: [{ ...GITHUB, submits: true }, LOCAL] });
    if (changed.ok) await changeAccount(after, changed.value);
    expect(only((await saved()).accounts)).toEqual(account);
  });

  it('that are the same write nothing', async () => {
    const account = await makeVault();
    expect(await changeAccount(account, { sites: [{ site: 'github.com' }] })).toEqual({ ok: true, value: {} });
    const { sites: _sites, ...unbound } = account;
    expect(await changeAccount(unbound as typeof account, { sites: [] })).toEqual({ ok: true, value: {} });
  });

  it('leave a site alone that was bound while the form was open, also when they are undone', async () => {
    const account = await makeVault();
    await bindAccount(account.id, LOCAL.site);
    const changed = await changeAccount(account, { sites: [] });
    expect(sitesOf(only((await saved()).accounts))).toEqual([LOCAL]);
    if (changed.ok) await changeAccount({ ...account, sites: [] }, changed.value);
    expect(sitesOf(only((await saved()).accounts))).toEqual([GITHUB, LOCAL]);
  });
});
