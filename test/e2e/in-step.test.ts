/**
 * Several pages of Halfminute at once: the popup, its page in a tab, the settings. What is done in one shows in the others
 * without a reload. A popup that closes in the middle of something leaves all of it or nothing.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { boundAccount } from './bound-accounts';
import { IS_LONG, KINDS } from './kinds';
import { eventually } from './rig/eventually';
import type { View } from './rig/extension-browser';
import { type SeededItems, sealAccounts } from './seeded-vault';
import { type Stage, setStage } from './stage';
import { unlock } from './walks/accounts';
import { PASSPHRASE } from './walks/journey';
import { focusOn, groupsOf, makeGroup, typeGroup } from './walks/popup-groups';
import { orderToBe } from './walks/popup-keys';
import { storeUnlocked } from './walks/stored';
import { leaveHalfminute, openUnlocked } from './walks/unlocked';

const ID = Array.from({ length: 8 }, (_, place) => `account-${place}`);
const row = (id: string | undefined) => `[data-account="${id}"]`;
const seed = async () =>
  await sealAccounts(
    PASSPHRASE,
    ID.map((_, place) => boundAccount(place, `Service ${place}`, [], { label: `mira ${place}` })),
  );

describe.each(KINDS)('%s: pages side by side', (kind) => {
  let stage: Stage;
  let popup: View;
  let tab: View;
  let settings: View;
  beforeAll(async () => {
    stage = await setStage(kind);
    const { browser } = stage;
    await leaveHalfminute(stage);
    await storeUnlocked(browser, await seed());
    tab = await browser.openTab(`${browser.extensionOrigin}/popup/index.html`);
    settings = await browser.openTab(`${browser.extensionOrigin}/options/index.html`);
    await browser.openTab(`${stage.site.url}/sign-in`);
    popup = await browser.openPopup();
    for (const view of [popup, tab, settings]) await view.waitFor(row(ID[7]));
  });
  afterAll(async () => await stage?.close());

  const everywhere = async (look: (view: View) => Promise<unknown>) => {
    for (const view of [popup, tab, settings]) await look(view);
  };
  /** Without a pointer: that would bring another tab to the front, and close the popup. */
  const clickBehind = async (view: View, target: string) => {
    await view.waitFor(target);
    await view.evaluate(`document.querySelector(${JSON.stringify(target)}).click()`);
  };
  const labelEverywhere = async (id: string | undefined, label: string) =>
    await everywhere((view) => view.waitForText(`${row(id)} [data-show=label]`, label));

  it('an account that is renamed in the popup is so in the others', async () => {
    await popup.evaluate(`document.querySelector('${row(ID[1])} [data-do=copy]').focus()`);
    await popup.press('F2');
    await popup.type('[data-field=label]', 'renamed');
    await popup.press('Enter');
    await popup.waitFor('[data-screen=list]');
    await labelEverywhere(ID[1], 'renamed');
  });

  it('one that is moved in the popup stands there in the others', async () => {
    await popup.evaluate(`document.querySelector('${row(ID[1])} [data-do=copy]').focus()`);
    await popup.press('Alt+ArrowDown');
    const moved = ID.toSpliced(1, 2, 'account-2', 'account-1');
    await everywhere((view) => orderToBe(view, moved));
  });

  it('one that is deleted in the tab is gone, and comes back with Undo', async () => {
    await clickBehind(tab, `${row(ID[3])} [data-do=edit]`);
    await clickBehind(tab, '[data-screen=edit] [data-do=delete]');
    const left = ['account-0', 'account-2', 'account-1', 'account-4', 'account-5', 'account-6', 'account-7'];
    await everywhere((view) => orderToBe(view, left));
    await settings.waitFor(`[data-show=trash] ${row(ID[3])}`);
    await clickBehind(tab, '[data-do=undo]');
    await everywhere((view) => orderToBe(view, left.toSpliced(3, 0, 'account-3')));
  });

  it('a group that is made in the popup can be chosen in the others', async () => {
    await makeGroup(popup, ID[4], 'Work');
    const groups = "[...document.querySelectorAll('[data-field=group] option')].map(({ text }) => text)";
    await expect.poll(() => tab.evaluate(groups)).toContain('Work');
    await clickBehind(settings, `${row(ID[5])} [data-do=edit]`);
    await settings.waitFor('[data-field=label]');
    await expect.poll(() => settings.evaluate(groups)).toContain('Work');
    await clickBehind(settings, '[data-do=cancel]');
  });

  it('what is typed in one stays while another one changes the same account', async () => {
    await clickBehind(tab, `${row(ID[6])} [data-do=edit]`);
    await tab.waitFor('[data-field=notes]');
    await tab.evaluate(`(() => {
      const notes = document.querySelector('[data-field=notes]');
      notes.value = 'half a sentence';
      notes.dispatchEvent(new InputEvent('input', { bubbles: true }));
    })()`);
    await popup.evaluate(`document.querySelector('${row(ID[6])} [data-do=copy]').focus()`);
    await popup.press('F2');
    await popup.type('[data-field=label]', 'other hands');
    await popup.press('Enter');
    await settings.waitForText(`${row(ID[6])} [data-show=label]`, 'other hands');
    expect(await tab.value('[data-field=notes]')).toBe('half a sentence');
    await clickBehind(tab, '[data-screen=edit] [data-do=save]');
    await tab.waitFor('[data-screen=list]');
    await labelEverywhere(ID[6], 'other hands');
    await clickBehind(tab, `${row(ID[6])} [data-do=edit]`);
    await tab.waitForValue('[data-field=notes]', 'half a sentence');
    await clickBehind(tab, '[data-do=cancel]');
  });

  it('a lock in the popup locks all of them, and the passphrase in one opens all', async () => {
    await popup.click('[data-do=lock]');
    await popup.waitFor('[data-screen=locked]');
    await tab.waitFor('[data-screen=locked]');
    await settings.waitFor('[data-show=locked]');
    await unlock(popup);
    for (const view of [popup, tab, settings]) await view.waitFor(row(ID[0]));
  });
});

/** Whether the popup is gone before the work begins, in the middle of it, or behind it. */
const MOMENTS_MS = IS_LONG ? [0, 10, 30, 70] : [0, 30];

interface Act {
  readonly name: string;
  /** Up to the key that does it. */
  readonly prepare: (popup: View) => Promise<void>;
  readonly key: string;
  /** What tells whether it was done. */
  readonly look: (popup: View) => Promise<unknown>;
  readonly before: unknown;
  readonly after: unknown;
}

const stored = async (popup: View) =>
  await popup.evaluate<string[]>(
    "[...document.querySelectorAll('[data-account]')].sort((a, b) => a.ariaPosInSet - b.ariaPosInSet).map((one) => one.dataset.account)",
  );
const ACTS: readonly Act[] = [
  {
    name: 'a move',
    prepare: async (popup) => await focusOn(popup, ID[1]),
    key: 'Alt+ArrowDown',
    look: stored,
    before: ID,
    after: ID.toSpliced(1, 2, 'account-2', 'account-1'),
  },
  {
    name: 'a deletion',
    prepare: async (popup) => await focusOn(popup, ID[2]),
    key: 'Delete',
    look: stored,
    before: ID,
    after: ID.toSpliced(2, 1),
  },
  {
    name: 'a new name',
    prepare: async (popup) => {
      await focusOn(popup, ID[3]);
      await popup.press('F2');
      await popup.type('[data-field=label]', 'renamed');
    },
    key: 'Enter',
    look: async (popup) => await popup.text(`${row(ID[3])} [data-show=label]`),
    before: 'mira 3',
    after: 'renamed',
  },
  {
    name: 'a new group',
    prepare: async (popup) => await typeGroup(popup, ID[4], 'Work'),
    key: 'Enter',
    look: async (popup) => await groupsOf(popup, ID[4]),
    before: { all: [], own: '' },
    after: { all: ['Work'], own: 'Work' },
  },
];

describe.each(KINDS)('%s: a popup that closes in the middle', (kind) => {
  let stage: Stage;
  let vault: SeededItems;
  beforeAll(async () => {
    stage = await setStage(kind);
    vault = await seed();
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  const open = async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('[data-screen=list] [data-show=code]');
    return popup;
  };

  it.each(ACTS)('$name is done or not, and nothing between', async ({ prepare, key, look, before, after }) => {
    for (const afterMs of MOMENTS_MS) {
      const popup = await openUnlocked(stage, vault);
      await prepare(popup);
      await popup.evaluate(
        `addEventListener('keydown', () => setTimeout(() => window.close(), ${afterMs}), { capture: true })`,
      );
      // The key may find the popup gone already.
      await popup.press(key).catch(() => undefined);
      await eventually(
        async () => !(await stage.browser.isPopupOpen()),
        () => 'the popup to close itself',
      );
      await stage.browser.closePopup();
      const again = await open();
      const found = await look(again);
      expect([before, after], `${afterMs} ms behind the key`).toContainEqual(found);
      expect(await again.has('[data-show=error]')).toBe(false);
    }
  });
});
