import { expect, it } from 'vitest';
import { lettersOf } from '../../src/sites/shown-host';

it.each([
  ['github.com', 'github.com'],
  ['localhost:3000', 'localhost:3000'],
  ['[::1]:80', '[::1]:80'],
  ['xn--bcher-kva.example', 'bücher.example'],
  ['www.xn--bcher-kva.example:8443', 'www.bücher.example:8443'],
  ['xn--e1afmkfd.xn--p1ai', 'пример.рф'],
  ['xn--fiqs8s.xn--fiqs8s', '中国.中国'],
  ['xn--r8jz45g.jp', '例え.jp'],
])('%s is read as %s', (host, letters) => expect(lettersOf(host)).toBe(letters));

it.each([
  ['xn--80ak6aa92e.com', 'letters of another script that read as "apple"'],
  ['xn--pple-43d.com', 'one letter of another script'],
  ['xn--gthub-n4a.xn--pple-43d.com', 'one of its labels of two scripts'],
  ['xn--zz.com', 'no writing at all'],
  ['xn--.com', 'nothing'],
  ['xn--ls8h.la', 'a picture'],
])('%s stays as it is: %s', (host) => expect(lettersOf(host)).toBe(host));
