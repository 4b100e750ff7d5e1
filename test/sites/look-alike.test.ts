import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLookAlike } from '../../src/sites/look-alike';

describe('a page that looks like a site', () => {
  it.each([
    ['github.com', 'https://gïthub.com/'],
    ['github.com', 'https://gіthub.com/'],
    ['github.com', 'https://ɡithub.com/'],
    ['github.com', 'https://githuh.com/'],
    ['github.com', 'https://gihtub.com/'],
    ['github.com', 'https://githubb.com/'],
    ['github.com', 'https://gthub.com/'],
    ['github.com', 'https://git-hub.com/'],
    ['github.com', 'https://git.hub.com/'],
    ['github.com', 'https://github.evil.net/'],
    ['github.com', 'https://github.com.evil.net/'],
    ['github.com', 'https://github.com-verify.net/'],
    ['github.com', 'https://www-github-com.evil.net/'],
    ['github.com', 'https://login.github-secure.evil.net/'],
    ['github.com', 'https://github-login.com/'],
    ['github.com', 'https://secure-github.com/'],
    ['github.com', 'https://githublogin.com/'],
    ['github.com', 'https://g1thub-login.com/'],
    ['github.com', 'https://githib.co/'],
    ['github.com', 'https://github.co/'],
    ['github.com', 'https://github.com.co/'],
    ['github.com', 'https://wwwgithub.com/'],
    ['github.com', 'https://githubcom.net/'],
    ['github.com', 'http://github.net/'],
    ['github.com', 'https://github.duckdns.org/'],
    ['apple.com', 'https://аррӏе.com/'],
    ['apple.com', 'https://app1e.com/'],
    ['apple.com', 'https://apple-id-verify.com/'],
    ['paypal.com', 'https://loginpaypal.com/'],
    ['paypal.com', 'https://paypaI.com.account.example/'],
    ['paypal.com', 'https://paypa1.com/'],
    ['microsoft.com', 'https://rnicrosoft.com/'],
    ['microsoft.com', 'https://my-microsoft-rewards-club.com/'],
    ['wise.com', 'https://vvise.com/'],
    ['wise.com', 'https://wise-login.com/'],
    ['zoom.us', 'https://z00m.us/'],
    ['login.gov', 'https://login.gov.verify.example/'],
    ['login.gov', 'https://1ogin.gov/'],
    ['live.com', 'https://live-login.net/'],
    ['live.com', 'https://1ive.com.evil.net/'],
    ['mail.ru', 'https://rnail.ru/'],
    ['okta.com', 'https://okat.com/'],
    ['ebay.com', 'https://ebya.com/'],
    ['x.com', 'https://х.com/'],
    ['x.com', 'https://x-login.com/'],
    ['xn--mnchen-3ya.de', 'https://munchen.de/'],
    ['https://login.example-bank.com', 'https://examplebank.com/'],
    ['https://login.example-bank.com:8443', 'https://example-bank.net/'],
  ])('%s: %s', (site, url) => expect(findLookAlike(url, [site])).toBe(site));

  it.each([
    ['github.com', 'https://gist.github.com/'],
    ['github.com', 'http://github.com/'],
    ['https://login.github.com', 'https://github.com/'],
    ['github.com', 'https://someone.github.io/'],
    ['github.com', 'https://gitlab.com/'],
    ['github.com', 'https://example.com/github.com/login'],
    ['github.com', 'https://192.168.0.1/'],
    ['github.com', 'http://github.localhost/'],
    ['github.com', 'file://github.net/'],
    ['github.com', 'nonsense'],
    ['login.gov', 'https://login.microsoftonline.com/'],
    ['id.me', 'https://id.apple.com/'],
    ['live.com', 'https://live.example.org/'],
    ['stripe.com', 'https://blue-stripe-design.com/'],
    ['slack.com', 'https://black.com/'],
    ['twitch.tv', 'https://switch.com/'],
    ['wise.com', 'https://wish.com/'],
    ['live.com', 'https://love.com/'],
    ['okta.com', 'https://octa.com/'],
    ['amazon.com', 'https://amazon.de/'],
    ['x.com', 'https://example.com/'],
    ['http://localhost:3000', 'https://localhost.example.com/'],
    ['http://127.0.0.1:3000', 'https://127.example.com/'],
    ['', 'https://github.com/'],
    ['com', 'https://com.example/'],
    ['https://', 'https://github.com/'],
  ])('%s: not %s', (site, url) => expect(findLookAlike(url, [site])).toBeUndefined());
});

it('is the one of several sites that is meant', () =>
  expect(findLookAlike('https://githib.com/', ['example.org', 'https://www.github.com', 'gitlab.com'])).toBe(
    'https://www.github.com',
  ));

it('looks like none where it belongs to one', () =>
  expect(findLookAlike('https://example.net/', ['example.com', 'example.net'])).toBeUndefined());

it('never looks like itself, and says nothing but a site that it was given', () =>
  fc.assert(
    fc.property(fc.webUrl(), fc.array(fc.domain()), (url, sites) => {
      const found = findLookAlike(url, sites);
      return found === undefined || (sites.includes(found) && !new URL(url).hostname.endsWith(found));
    }),
  ));
