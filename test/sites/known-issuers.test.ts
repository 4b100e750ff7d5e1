import { parse } from 'tldts';
import { describe, expect, it } from 'vitest';
import { isKnownDomain, knownSites } from '../../src/sites/known-issuers';
import { KNOWN_BUSINESS } from '../../src/sites/known-issuers-business';
import { KNOWN_PERSONAL } from '../../src/sites/known-issuers-personal';

const lines = `${KNOWN_BUSINESS}${KNOWN_PERSONAL}`.split('\n').filter((line) => line !== '');

describe('known issuers', () => {
  it.each([
    ['GitHub', 'github.com'],
    ['github', 'github.com'],
    ['Proton Mail', 'proton.me'],
    ['protonmail', 'proton.me'],
    ['Microsoft', 'microsoftonline.com'],
    ['Amazon Web Services', 'amazon.com'],
    ['AWS', 'amazon.com'],
    ['npm', 'npmjs.com'],
    ['Digital Ocean', 'digitalocean.com'],
    ['1&1 IONOS', 'ionos.com'],
    ['WEB.DE', 'web.de'],
    ['X', 'x.com'],
  ])('%s signs in at %s', (issuer, site) => expect(knownSites(issuer)[0]).toBe(site));

  it.each(['', ' ', 'Acme', 'constructor', '__proto__', 'GitHub Enterprise at Acme', ':', '🙂'])(
    '%j is none',
    (issuer) => expect(knownSites(issuer)).toEqual([]),
  );

  it('are some hundred and fifty, each name once', () => {
    expect(lines.length).toBeGreaterThanOrEqual(150);
    const names = lines.flatMap((line) => (line.split(':')[0] ?? '').split(',').map((name) => name.trim()));
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  it('have domains that somebody registered, and nothing else', () => {
    const domains = lines.flatMap((line) => (line.split(':')[1] ?? '').trim().split(' '));
    expect(domains.filter((domain) => parse(domain, { allowPrivateDomains: true }).domain !== domain)).toEqual([]);
    expect(domains.every(isKnownDomain)).toBe(true);
    expect(isKnownDomain('example.com')).toBe(false);
  });
});
