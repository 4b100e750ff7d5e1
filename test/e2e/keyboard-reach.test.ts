/** The look at what the keyboard reaches, held to pages of which it is known: in both browsers, on a page and in the popup. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { unreachable } from './keyboard-reach';
import { KINDS } from './kinds';
import type { ExtensionBrowser } from './rig/extension-browser';
import { launchFixture } from './rig/fixture-launch';

const GOOD = `<a href="/">Home</a> <p tabindex="0">Log</p> <input name="words"> <textarea></textarea> <button>Go</button>
  <input type="radio" name="size" value="1"><input type="radio" name="size" value="2" checked>
  <select><option>One</select> <details><summary>More</summary><button>Inside</button></details>`;
const LEFT_OUT = `<button disabled>No</button> <button hidden>No</button> <input type="hidden" name="no"> <a>No</a>
  <fieldset disabled><input name="no"></fieldset> <div inert><button>No</button></div>`;
const BAD = `<button id="skipped" tabindex="-1">Skipped</button>
  <style>#bare:focus { outline: none } #shadow:focus { outline: none; box-shadow: 0 0 3px blue }</style>
  <button id="bare">Bare</button> <button id="shadow">Shadow</button>`;
// One stop for Tab, and arrows from row to row; what has the focus shows it.
const ROWS = `<ul class="rows">${[1, 2, 3].map((place) => `<li class="row" aria-posinset="${place}"><button>Copy ${place}</button> <button id="edit-${place}">Edit</button></li>`).join('')}</ul><script>
  const rows = [...document.querySelectorAll('.row')];
  const go = (to) => {
    for (const [at, row] of rows.entries()) for (const button of row.children) button.tabIndex = at === to ? 0 : -1;
  };
  go(0);
  addEventListener('keydown', (event) => {
    const at = rows.indexOf(document.activeElement.closest('.row'));
    const to = { Home: 0, ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (rows[to] === undefined) return;
    event.preventDefault();
    go(to);
    rows[to].lastElementChild.focus();
  });
</script>`;
const TRAP = `<button id="trap" onkeydown="event.preventDefault()">Trap</button> <button id="behind">Behind</button>`;

let folder = '';
let body = '';
let server: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'halfminute-keys-'));
  server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(`<!doctype html>${body}`));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(KINDS)('%s', (kind) => {
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    browser = await launchFixture(kind, folder, {});
  });
  afterEach(async () => await browser.closePopup());
  afterAll(async () => await browser?.close());

  const open = async (shown: string) => {
    body = shown;
    return await browser.openPage(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  };

  it.each([
    ['everything there is', GOOD + LEFT_OUT, []],
    [
      'all but what is skipped or bare',
      BAD + GOOD,
      [/^button\[id=skipped\] "Skipped" is never/, /^button\[id=bare\] .*no outline/],
    ],
    ['nothing beyond a trap', TRAP, [/^button\[id=behind\].* is never/]],
    [
      'only the modal dialog',
      `${GOOD}<dialog><button>OK</button></dialog><script>document.querySelector('dialog').showModal()</script>`,
      [],
    ],
    ['every row of a list, by the arrows', GOOD + ROWS, []],
    [
      'no button that its row skips, and no row behind the last one of the arrows',
      `${ROWS}<script>
        rows.length = 2;
        const [skipped] = rows[1].children;
        skipped.tabIndex = -1;
        Object.defineProperty(skipped, 'tabIndex', { set() {} });
      </script>`,
      [/^button "Copy 2" is never/, /^button "Copy 3" is never/, /^button\[id=edit-3\] "Edit" is never/],
    ],
    ['nothing where there is nothing', '<p>Words', []],
  ])('reaches on a page %s', async (_, shown, missed) => {
    const page = await open(shown);
    expect(await unreachable(page)).toEqual(missed.map((words) => expect.stringMatching(words)));
  });

  it('starts at the top, wherever the focus is, and leaves nothing behind', async () => {
    const page = await open(`${GOOD}<input id="middle" autofocus><button>Last</button>`);
    await page.waitFor('#middle:focus');
    const before = await page.evaluate('document.body.innerHTML');
    expect(await unreachable(page)).toEqual([]);
    expect(await page.evaluate('document.body.innerHTML')).toBe(before);
  });

  it('reaches all of a popup, and misses what is skipped there', async () => {
    await open(GOOD);
    const popup = await browser.openPopup();
    await popup.waitFor('#copy');
    expect(await unreachable(popup)).toEqual([]);
    await popup.evaluate("document.querySelector('#copy').tabIndex = -1");
    expect(await unreachable(popup)).toEqual(['button[id=copy] "Copy" is never focused']);
  });
});
