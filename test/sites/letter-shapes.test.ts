import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainOf, shapeOf } from '../../src/sites/letter-shapes';

it.each([
  ['GitHub', 'github'],
  ['gïthüb', 'github'],
  ['gіthub', 'github'],
  ['аррӏе', 'appie'],
  ['ɡıтнυв', 'github'],
  ['ｇｉｔｈｕｂ', 'github'],
  ['łøđħ', 'lodh'],
  ['中国', '中国'],
])('%s is read as %s', (text, plain) => expect(plainOf(text)).toBe(plain));

it.each([
  ['rnicrosoft', 'microsoft'],
  ['micr0s0ft', 'microsoft'],
  ['paypa1', 'paypal'],
  ['paypai', 'paypal'],
  ['vvise', 'wise'],
  ['clocker', 'docker'],
  ['5tripe', 'stripe'],
  ['qoo9le', 'google'],
])('%s has the shape of %s', (text, real) => expect(shapeOf(text)).toBe(shapeOf(real)));

it.each([
  ['github', 'gitlab'],
  ['wise', 'wish'],
  ['ebay', 'bay'],
])('%s has not that of %s', (text, real) => expect(shapeOf(text)).not.toBe(shapeOf(real)));

it('leaves plain words plain', () =>
  fc.assert(fc.property(fc.stringMatching(/^[a-z0-9-]*$/), (text) => plainOf(text) === text)));
