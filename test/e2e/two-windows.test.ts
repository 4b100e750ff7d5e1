/** T15: several windows at once. Without one lock around every read and write, about half of such changes would be lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNTED, takeCodes, witnessCode } from './counted-account';
import { IS_LONG, KINDS } from './kinds';
import type { View } from './rig/extension-browser';
import { type Stage, setStage } from './stage';
import { pasteLink } from './walks/accounts';
import { saveWithPassphrase } from './walks/journey';

const EACH = IS_LONG ? 100 : 40;
/** Scripts may not run for longer than the drivers wait. */
const AT_ONCE = 20;

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
    await stage.browser.openPage(`${stage.site.url}/sign-in`);
    const popup = await stage.browser.openPopup();
    await pasteLink(popup, COUNTED);
    await saveWithPassphrase(popup);
    await stage.browser.closePopup();
  });
  afterAll(async () => await stage?.close());

  const takeAll = async (view: View) => {
    const codes: string[] = [];
    while (codes.length < EACH) codes.push(...(await takeCodes(view, AT_ONCE)));
    return codes;
  };

  it(`T15: two windows that change the vault ${EACH} times each have changed it ${2 * EACH} times`, async () => {
    const url = `${stage.browser.extensionOrigin}/popup/index.html`;
    const windows = [await stage.browser.openWindow(url), await stage.browser.openWindow(url)];
    for (const view of windows) await view.waitFor('[data-do=next-code]');
    const taken = (await Promise.all(windows.map(takeAll))).flat();
    const expected = Array.from({ length: 2 * EACH }, (_, counter) => witnessCode(counter));
    expect([...taken].sort()).toEqual([...expected].sort());
    const [first] = windows;
    expect(first === undefined ? [] : await takeCodes(first, 1)).toEqual([witnessCode(2 * EACH)]);
  });
});
