import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belongsTo, originOf } from '../../src/sites/site';

describe('a page belongs to a domain', () => {
  it.each([
    ['https://github.com/', 'github.com'],
    ['https://GitHub.COM/login?x#y', 'github.com'],
    ['https://github.com./', 'github.com'],
    ['https://gist.github.com/', 'github.com'],
    ['https://a.b.c.github.com:8443/', 'github.com'],
    ['https://someone:secret@github.com/', 'github.com'],
    ['https://münchen.de/', 'xn--mnchen-3ya.de'],
    ['https://www.gov.uk/', 'www.gov.uk'],
  ])('%s to %s', (url, site) => expect(belongsTo(url, site)).toBe(true));

  it.each([
    ['http://github.com/', 'github.com'],
    ['https://github.com.evil.net/', 'github.com'],
    ['https://notgithub.com/', 'github.com'],
    ['https://github.com@evil.net/', 'github.com'],
    ['https://evil.net/github.com', 'github.com'],
    ['https://evil.net/#https://github.com', 'github.com'],
    ['https://evil.net\\@github.com/', 'github.com'],
    ['https://github.com../', 'github.com'],
    ['https://github.co/', 'github.com'],
    ['https://xn--gthub-cta.com/', 'github.com'],
    ['blob:https://github.com/3f6c', 'github.com'],
    ['data:text/html,https://github.com/', 'github.com'],
    ['filesystem:https://github.com/x', 'github.com'],
    ['view-source:https://github.com/', 'github.com'],
    ['file://github.com/x', 'github.com'],
    ['ftp://github.com/', 'github.com'],
    ['wss://github.com/', 'github.com'],
    ['about:blank', 'github.com'],
    ['javascript:"https://github.com/"', 'github.com'],
    ['github.com', 'github.com'],
    ['//github.com/', 'github.com'],
    ['', 'github.com'],
    ['https://github.com/', ''],
    ['https://github.com/', 'com'],
    ['https://github.com/', '.com'],
    ['https://github.com/', '.github.com'],
    ['https://github.com/', 'hub.com'],
    ['https://github.com/', 'GITHUB.COM'],
    ['https://github.com/', 'github.com/'],
    ['https://github.com/', '*.com'],
    ['https://github.com/', 'https://'],
    ['https://1.2.3.4/', '3.4'],
    ['https://1.2.3.4/', '1.2.3.4'],
    ['https://[::1]/', '[::1]'],
    ['http://localhost/', 'localhost'],
    ['https://localhost/', 'localhost'],
    ['http://github.com.localhost/', 'github.com'],
  ])('%s not to %j', (url, site) => expect(belongsTo(url, site)).toBe(false));
});

describe('a page belongs to an origin', () => {
  it.each([
    ['http://localhost:3000/x', 'http://localhost:3000', true],
    ['http://localhost:3001/x', 'http://localhost:3000', false],
    ['http://localhost/x', 'http://localhost:3000', false],
    ['https://localhost:3000/x', 'http://localhost:3000', false],
    ['http://127.0.0.1:3000/x', 'http://localhost:3000', false],
    ['http://[::1]:3000/x', 'http://[::1]:3000', true],
    ['https://login.github.com/', 'https://login.github.com', true],
    ['https://login.github.com./', 'https://login.github.com', true],
    ['https://login.github.com:443/', 'https://login.github.com', true],
    ['https://login.github.com:444/', 'https://login.github.com', false],
    ['https://github.com/', 'https://login.github.com', false],
    ['https://x.login.github.com/', 'https://login.github.com', false],
    ['http://login.github.com/', 'http://login.github.com', false],
    ['http://192.168.0.1/', 'http://192.168.0.1', false],
    ['https://192.168.0.1/', 'https://192.168.0.1', true],
    ['file:///x', 'file://', false],
    ['blob:http://localhost:3000/1', 'http://localhost:3000', false],
  ])('%s, %s: %s', (url, site, belongs) => expect(belongsTo(url, site)).toBe(belongs));
});

it('says no, and never throws, whatever the two texts are', () =>
  fc.assert(fc.property(fc.string(), fc.string(), (url, site) => !belongsTo(url, site) || url.startsWith('http'))));

it('belongs to no other domain than its own and those above', () =>
  fc.assert(
    fc.property(fc.domain(), fc.domain(), (host, site) => {
      const belongs = host === site || host.endsWith(`.${site}`);
      return belongsTo(`https://${host}/`, site) === belongs;
    }),
  ));

it.each([
  ['https://a.example.:8443/x', 'https://a.example:8443'],
  ['https://a.example./x', 'https://a.example'],
  ['http://[::1]:80/', 'http://[::1]'],
])('the origin of %s is %s', (url, origin) => expect(originOf(url)).toBe(origin));
