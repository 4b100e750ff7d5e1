/** The script that fills the pages of a folder: what it says of each. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type FillReading, readFills } from '../../scripts/fill-readings';

const folder = mkdtempSync(join(tmpdir(), 'pages-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PAGES: Readonly<Record<string, string>> = {
  'a-named.html': '<meta name="digits" content="8"><input id="otp">',
  'b-leaves.html': `<form action="/gone"><input name="user"><input name="otp" oninput="form.submit()"></form>`,
  'c-takes-away.html': `<form id="f"><p><input name="otp" oninput="document.body.innerHTML = 'Welcome'"></p></form>`,
  'd-framed.html': '<iframe src="inner/framed.html"></iframe><script src="inner/late.js"></script>',
  'e-broken.html': '<script>alert("Hello"); throw new Error()</script><img src="/none.png"><input name="otp">',
  'f-shadow.html': `<x-a></x-a><script>
    document.querySelector('x-a').attachShadow({ mode: 'open' }).innerHTML = '<b>Code</b><input autocomplete="one-time-code">';
  </script>`,
  'g-nothing.html': '<input name="promo-code"><input name="otp" style="opacity: 0">',
  'inner/framed.html': '<p>Code</p><script src="late.js"></script>',
  'inner/late.js': `if (parent !== self) setTimeout(() => document.body.append(Object.assign(document.createElement('input'), { name: 'totp' })), 500);`,
  'note.txt': 'No page.',
};

it('names what was filled in each page, whatever the page then does', async () => {
  mkdirSync(join(folder, 'inner'));
  for (const [name, text] of Object.entries(PAGES)) writeFileSync(join(folder, name), text);
  const readings: FillReading[] = [];
  for await (const reading of readFills(folder, resolve('dist/chrome'), console.error)) readings.push(reading);
  const digits = '492817';
  expect(readings).toEqual([
    { file: 'a-named.html', filled: [{ path: '#otp', value: '49281735' }] },
    { file: 'b-leaves.html', filled: [{ path: 'html > body > form > input:nth-of-type(2)', value: digits }] },
    { file: 'c-takes-away.html', filled: [{ path: '#f > p > input', value: digits }] },
    { file: 'd-framed.html', filled: [{ path: 'html > body > iframe >>> html > body > input', value: digits }] },
    { file: 'e-broken.html', filled: [{ path: 'html > body > input', value: digits }] },
    { file: 'f-shadow.html', filled: [{ path: 'html > body > x-a >>> input', value: digits }] },
    { file: 'g-nothing.html', filled: [] },
  ]);
});
