/** "Scan QR code on this page" by its keys. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { pressCommand } from './asked-by-key';
import { type CodePage, serveCodePage } from './code-page';
import { KINDS } from './kinds';
import { evaluateInBackground } from './rig/beside';
import { eventually } from './rig/eventually';
import { type Stage, setStage } from './stage';
import { GITHUB } from './walks/accounts';

const WAITING = "chrome.storage.session.get('pending').then(({ pending }) => pending?.plain?.[0]?.label ?? '')";

let codes: CodePage;
beforeAll(async () => {
  codes = await serveCodePage();
});
afterAll(() => codes.close());

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterAll(async () => await stage?.close());

  it('opens the popup on the page, and scans it', async () => {
    const { browser } = stage;
    codes.show(GITHUB);
    await browser.openPage(codes.url);
    await pressCommand(browser, 'scan', 'S');
    await eventually(
      async () => (await evaluateInBackground<string>(browser, WAITING)) === 'octocat',
      async () =>
        `the account to wait; ${JSON.stringify(await evaluateInBackground(browser, 'chrome.storage.session.get(null)'))}`,
      30_000,
    );
  });
});
