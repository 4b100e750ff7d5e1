import { describe, expect, it } from 'vitest';
import { checkSite } from '../../src/app/site-check';
import { boundAccount } from '../e2e/bound-accounts';

const contoso = boundAccount(1, 'Contoso', ['contoso.com']);
const github = boundAccount(2, 'GitHub');
const unknown = boundAccount(3, 'A service nobody knows');
const all = [contoso, github, unknown];

describe('what is known of a page', () => {
  it('T12: names the real site of each account whose site the page only looks like', () => {
    expect([...checkSite('https://contoso.net/sign-in', all).lookAlikes]).toEqual([[contoso.id, 'contoso.com']]);
    expect([...checkSite('http://contoso.net/sign-in', all).lookAlikes]).toEqual([[contoso.id, 'contoso.com']]);
  });

  it('T12: does so for a well-known issuer whose account has no site yet', () => {
    expect([...checkSite('https://github.net/login', all).lookAlikes]).toEqual([[github.id, 'github.com']]);
  });

  it('takes the site of an account, and every other site, for no look-alike', () => {
    const bound = boundAccount(4, 'Another', ['contoso.net']);
    expect(checkSite('https://contoso.net/', [...all, bound]).lookAlikes.size).toBe(0);
    expect(checkSite('https://login.contoso.com/', all).lookAlikes.size).toBe(0);
    expect(checkSite('https://workbench-tools.com/', all).lookAlikes.size).toBe(0);
    expect(checkSite('http://localhost:3000/', all).lookAlikes.size).toBe(0);
  });

  it('proposes an account by its well-known issuer, over https alone and only while it has no site', () => {
    expect([...checkSite('https://github.com/login', all).proposedIds]).toEqual([github.id]);
    expect(checkSite('http://github.com/login', all).proposedIds.size).toBe(0);
    const bound = boundAccount(2, 'GitHub', ['workbench-tools.com']);
    expect(checkSite('https://github.com/login', [bound]).proposedIds.size).toBe(0);
  });

  it('tells where a well-known issuer is, on every page but its own', () => {
    expect([...checkSite('https://workbench-tools.com/', all).issuerSites]).toEqual([[github.id, 'github.com']]);
    expect(checkSite('https://gist.github.com/', all).issuerSites.size).toBe(0);
  });
});
