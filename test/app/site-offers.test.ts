import { describe, expect, it } from 'vitest';
import type { PendingAccount } from '../../src/app/pending';
import { offerSites } from '../../src/app/site-offers';
import type { StoredAccount } from '../../src/vault/account';
import { accountNamed } from '../vault/memory-domain';

const found = (foundAt: string, more: Partial<StoredAccount> = {}): PendingAccount =>
  ({ ...accountNamed('anna', 1), ...more, foundAt }) as PendingAccount;
const unplaced = (issuer: string): PendingAccount => ({ ...accountNamed('anna', 1), issuer });
const offer = async (pending: PendingAccount, accounts: readonly StoredAccount[] = []) =>
  (await offerSites([pending], accounts)).get(pending.id);

describe('an account scanned on a page', () => {
  it.each([
    ['https://login.github.com', 'github.com', 'https://login.github.com'],
    ['https://github.com:8443', 'github.com', 'https://github.com:8443'],
    ['https://anna.github.io', 'anna.github.io', 'https://anna.github.io'],
    ['https://shop.example.co.uk', 'example.co.uk', 'https://shop.example.co.uk'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:3000', 'http://localhost:3000', 'http://localhost:3000'],
  ])('at %s is offered %s, or only %s', async (at, wide, narrow) => {
    expect(await offer(found(at))).toMatchObject({ wide, narrow, isUsual: false, looksLike: undefined });
  });

  it('is offered that page, whatever issuer it names', async () => {
    expect(await offer(found('https://example.com', { issuer: 'GitHub' }))).toMatchObject({ wide: 'example.com' });
  });

  it('shows the letters of a host that has others than a-z', async () => {
    expect(await offer(found('https://xn--bcher-kva.example'))).toMatchObject({
      wide: 'xn--bcher-kva.example',
      letters: 'bücher.example',
    });
    expect((await offer(found('https://github.com')))?.letters).toBeUndefined();
  });

  it('is told when the page only looks like where its issuer is, or where a saved account is', async () => {
    expect((await offer(found('https://github.co', { issuer: 'GitHub' })))?.looksLike).toBe('github.com');
    const saved = { ...accountNamed('ben', 2), sites: [{ site: 'contoso.com' }] };
    expect((await offer(found('https://c0ntoso.com', { issuer: 'Other' }), [saved]))?.looksLike).toBe('contoso.com');
    expect((await offer(found('https://www.contoso.com'), [saved]))?.looksLike).toBeUndefined();
  });

  it('is offered its own page among several', async () => {
    const pending = [found('https://github.com'), found('http://localhost:3000', { id: 'b' })];
    const [first, second] = (await offerSites([...pending, { ...unplaced('GitHub'), id: 'c' }], [])).values();
    expect([first?.wide, second?.wide]).toEqual(['github.com', 'http://localhost:3000']);
    expect((await offerSites([...pending, { ...unplaced('GitHub'), id: 'c' }], [])).size).toBe(2);
  });
});

describe('an account that was scanned on no page', () => {
  it('is offered where accounts of its issuer usually are, and is not bound by that', async () => {
    expect(await offer(unplaced('GitHub'))).toEqual({ wide: 'github.com', narrow: 'github.com', isUsual: true });
  });

  it('is offered nothing by an issuer that is not known, and nothing among several', async () => {
    expect(await offer(unplaced('Nobody knows'))).toBeUndefined();
    expect(await offerSites([unplaced('GitHub'), { ...unplaced('GitHub'), id: 'b' }], [])).toEqual(new Map());
  });
});
