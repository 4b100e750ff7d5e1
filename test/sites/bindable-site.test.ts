import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindableSites, readTypedSite } from '../../src/sites/bindable-site';
import { belongsTo } from '../../src/sites/site';

describe('what can be bound on a page', () => {
  it.each([
    ['https://github.com/', 'github.com', 'https://github.com'],
    ['https://login.github.com/x', 'github.com', 'https://login.github.com'],
    ['https://github.com./', 'github.com', 'https://github.com'],
    ['https://GITHUB.com:8443/', 'github.com', 'https://github.com:8443'],
    ['https://a.b.example.co.uk/', 'example.co.uk', 'https://a.b.example.co.uk'],
    ['https://someone.github.io/x', 'someone.github.io', 'https://someone.github.io'],
    ['https://deep.someone.github.io/x', 'someone.github.io', 'https://deep.someone.github.io'],
    ['https://münchen.de/', 'xn--mnchen-3ya.de', 'https://xn--mnchen-3ya.de'],
    ['https://user:pass@www.example.com/', 'example.com', 'https://www.example.com'],
  ])('%s: %s or %s', (url, wide, narrow) => expect(bindableSites(url)).toEqual({ ok: true, value: { wide, narrow } }));

  it.each([
    ['https://github.io/', 'https://github.io'],
    ['https://co.uk/', 'https://co.uk'],
    ['https://intranet/', 'https://intranet'],
    ['https://intranet:8443/', 'https://intranet:8443'],
    ['https://localhost/', 'https://localhost'],
    ['https://demo.localhost/', 'https://demo.localhost'],
    ['https://1.2.3.4/', 'https://1.2.3.4'],
    ['https://[2001:db8::1]/', 'https://[2001:db8::1]'],
    ['http://localhost:3000/', 'http://localhost:3000'],
    ['http://demo.localhost:3000/', 'http://demo.localhost:3000'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://[::1]/', 'http://[::1]'],
    ['https://example.com../', 'https://example.com.'],
  ])('%s: only the origin %s', (url, origin) => {
    expect(bindableSites(url)).toEqual({ ok: true, value: { wide: origin, narrow: origin } });
  });

  it.each([
    'http://github.com/',
    'http://192.168.0.1/',
    'file:///x',
    'about:blank',
    'data:,x',
    'blob:https://a.de/1',
    '',
  ])('%j: nothing', (url) => expect(bindableSites(url)).toEqual({ ok: false, error: { kind: 'page-not-secure' } }));

  it('is something the page belongs to', () =>
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https'], withFragments: true }), (url) => {
        const bindable = bindableSites(url);
        return bindable.ok && belongsTo(url, bindable.value.wide) && belongsTo(url, bindable.value.narrow);
      }),
    ));
});

describe('a site that a person types', () => {
  it.each([
    ['github.com', 'github.com', 'https://github.com'],
    ['  GitHub.com ', 'github.com', 'https://github.com'],
    ['login.github.com', 'github.com', 'https://login.github.com'],
    ['https://login.github.com/x?y#z', 'github.com', 'https://login.github.com'],
    ['HTTPS://github.com', 'github.com', 'https://github.com'],
    ['github.com.', 'github.com', 'https://github.com'],
    ['github.com:8443/x', 'github.com', 'https://github.com:8443'],
    ['bücher.example', 'xn--bcher-kva.example', 'https://xn--bcher-kva.example'],
    ['someone.github.io', 'someone.github.io', 'https://someone.github.io'],
    ['localhost:3000', 'http://localhost:3000', 'http://localhost:3000'],
    ['localhost', 'http://localhost', 'http://localhost'],
    ['demo.localhost:81', 'http://demo.localhost:81', 'http://demo.localhost:81'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['[::1]:8080', 'http://[::1]:8080', 'http://[::1]:8080'],
    ['https://localhost:3000', 'https://localhost:3000', 'https://localhost:3000'],
    ['192.168.0.1', 'https://192.168.0.1', 'https://192.168.0.1'],
    ['https://intranet', 'https://intranet', 'https://intranet'],
  ])('%j: %s or %s', (text, wide, narrow) => {
    expect(readTypedSite(text)).toEqual({ ok: true, value: wide });
    expect(readTypedSite(text, 'narrow')).toEqual({ ok: true, value: narrow });
  });

  it.each([
    ['', 'site-not-understood'],
    ['   ', 'site-not-understood'],
    ['GitHub', 'site-not-understood'],
    ['git hub.com', 'site-not-understood'],
    ['someone@github.com', 'site-not-understood'],
    ['https://someone@github.com/', 'site-not-understood'],
    ['mailto:someone@github.com', 'site-not-understood'],
    ['javascript:alert(1)', 'site-not-understood'],
    ['ftp://github.com', 'site-not-understood'],
    ['*.github.com', 'site-not-understood'],
    ['github..com', 'site-not-understood'],
    ['.com', 'site-not-understood'],
    ['12345', 'site-not-understood'],
    ['1.2', 'site-not-understood'],
    ['https://', 'site-not-understood'],
    ['github.com:99999', 'site-not-understood'],
    ['github.com\\evil.net', 'site-not-understood'],
    ['http://github.com', 'site-not-secure'],
    ['http://192.168.0.1', 'site-not-secure'],
    ['com.', 'site-not-understood'],
    ['co.uk', 'site-public-suffix'],
    ['github.io', 'site-public-suffix'],
    ['https://github.io/x', 'site-public-suffix'],
  ])('%j: %s', (text, kind) => expect(readTypedSite(text)).toEqual({ ok: false, error: { kind } }));

  it('is one host of those that others register under, where that is wanted', () =>
    expect(readTypedSite('github.io', 'narrow')).toEqual({ ok: true, value: 'https://github.io' }));

  it('reads what it stores as the same again', () =>
    fc.assert(
      fc.property(fc.domain(), fc.constantFrom('wide' as const, 'narrow' as const), (host, width) => {
        const read = readTypedSite(host, width);
        expect(read.ok ? readTypedSite(read.value, width) : read).toEqual(read);
      }),
    ));
  it('never throws', () => fc.assert(fc.property(fc.string(), (text) => typeof readTypedSite(text).ok === 'boolean')));
});
