import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeItem } from '../../scripts/judge-sites';
import { judgeSite } from '../../src/sites/judge-site';

describe('a page held against what an account is bound to', () => {
  it.each([
    ['github.com', 'https://github.com/login', 'same'],
    ['github.com', 'https://gist.github.com/', 'same'],
    ['github.com', 'https://github.com:8443/', 'same'],
    ['github.com', 'https://GITHUB.COM./', 'same'],
    ['login.github.com', 'https://github.com/', 'same'],
    ['https://login.github.com/x', 'https://other.github.com/', 'same'],
    ['http://localhost:3000', 'http://localhost:3000/x', 'same'],
    ['localhost:3000', 'http://localhost:3000/', 'same'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080/', 'same'],
    ['[::1]:8080', 'http://[::1]:8080/', 'same'],
    ['https://foo.github.io/x', 'https://foo.github.io/', 'same'],
    ['intranet', 'https://intranet/', 'same'],
    ['foo.github.io', 'https://deep.foo.github.io/', 'same'],
    ['bücher.example', 'https://xn--bcher-kva.example/', 'same'],

    ['github.com', 'http://github.com/', 'other'],
    ['localhost:3000', 'http://localhost:3001/', 'other'],
    ['localhost:3000', 'https://localhost:3000/', 'other'],
    ['localhost:3000', 'http://127.0.0.1:3000/', 'other'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8081/', 'other'],
    ['foo.github.io', 'https://bar.github.io/', 'other'],
    ['github.io', 'https://foo.github.io/', 'other'],
    ['co.uk', 'https://example.co.uk/', 'other'],
    ['com', 'https://github.com/', 'other'],
    ['github.com', 'https://example.com/', 'other'],
    ['github.com', 'https://gitlab.com/', 'other'],
    ['github.com', 'https://192.168.0.1/', 'other'],
    ['github.com', 'http://localhost/', 'other'],
    ['github.com', 'blob:https://github.com/1', 'other'],
    ['github.com', 'file:///github.com', 'other'],
    ['github.com', 'about:blank', 'other'],
    ['github.com', 'github.com', 'other'],
    ['github.com', '', 'other'],
    ['', 'https://github.com/', 'other'],
    ['http://github.com', 'https://github.com/', 'other'],
    ['1.2.3.4', 'https://1.2.3.5/', 'other'],

    ['github.com', 'https://github.com.evil.net/', 'lookalike'],
    ['github.com', 'https://notgithub.net/', 'other'],
    ['github.com', 'https://github.com@evil.net/', 'lookalike'],
    ['github.com', 'http://g1thub.com/', 'lookalike'],
    ['login.github.com', 'https://githib.com/', 'lookalike'],
    ['foo-bar.github.io', 'https://foobar.github.io/', 'lookalike'],
  ])('%s, %s: %s', (bound, url, verdict) => expect(judgeSite(url, bound)).toBe(verdict));

  it('never throws', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (bound, url) =>
        ['same', 'other', 'lookalike'].includes(judgeSite(url, bound)),
      ),
    ));
  it('is never the same over http, off this computer', () =>
    fc.assert(fc.property(fc.domain(), fc.domain(), (bound, host) => judgeSite(`http://${host}/`, bound) !== 'same')));
  it('is the same at every host of a domain', () =>
    fc.assert(fc.property(fc.domain(), (host) => judgeSite(`https://${host}/x`, host) === 'same')));
});

describe('an item of judge:sites', () => {
  it('is answered with what it said and the verdict', () =>
    expect(judgeItem({ bound: 'github.com', url: 'https://g1thub.com/', more: 1 })).toEqual({
      bound: 'github.com',
      url: 'https://g1thub.com/',
      verdict: 'lookalike',
    }));
  it.each([null, undefined, 7, 'github.com', [], {}, { bound: 7, url: {} }, { url: 'https://github.com/' }])(
    'is another site where it says nothing that can be read: %j',
    (item) => expect(judgeItem(item).verdict).toBe('other'),
  );
});
