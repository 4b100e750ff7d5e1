/** T9: somebody puts an older record where the newest one stood, as whoever has the profile can. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { boundAccount } from '../bound-accounts';
import { readDatabases, writeMirror } from '../databases';
import { KINDS } from '../kinds';
import type { View } from '../rig/extension-browser';
import { sealAccounts } from '../seeded-vault';
import { type Stage, setStage } from '../stage';
import { CONTOSO, pasteLink, unlock } from '../walks/accounts';
import { PASSPHRASE } from '../walks/journey';
import { storeUnlocked } from '../walks/stored';

const GITHUB = boundAccount(0, 'GitHub', [], { label: 'octocat' });

type Items = Readonly<Record<string, unknown>>;
interface State {
  readonly local: Items;
  readonly mirror: Items;
}

const readState = async (view: View): Promise<State> => ({
  local: await view.evaluate<Items>('chrome.storage.local.get(null)'),
  mirror: (await readDatabases(view))['halfminute'] ?? {},
});
const writeLocal = async (view: View, items: Items) =>
  await view.evaluate(
    `chrome.storage.local.clear().then(() => chrome.storage.local.set(${JSON.stringify(items)})).then(() => null)`,
  );

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let older: State;
  let newer: State;

  beforeAll(async () => {
    stage = await setStage(kind, { isOwnBrowser: true });
    const { browser, site } = stage;
    await storeUnlocked(browser, await sealAccounts(PASSPHRASE, [GITHUB]));
    await browser.openPage(`${site.url}/sign-in`);
    const popup = await browser.openPopup();
    older = await readState(popup);
    await pasteLink(popup, CONTOSO);
    await popup.click('[data-do=save]');
    await popup.waitFor('[data-screen=list][data-count="2"]');
    await popup.click('[data-do=edit]');
    await popup.type('[data-field=label]', 'renamed');
    await popup.click('[data-do=save]');
    await popup.waitForText('[data-show=label]', 'renamed');
    newer = await readState(popup);
    await browser.closePopup();
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  /** Puts `state` in the place of all there is, from a page of the extension where none of its code runs, and nowhere else. */
  const openAfter = async ({ local, mirror }: State, isRestarted = false) => {
    const { browser, site } = stage;
    const bare = await browser.openPage(`${browser.extensionOrigin}/manifest.json`);
    await bare.evaluate('chrome.storage.session.clear().then(() => null)');
    await browser.stopBackground();
    await writeLocal(bare, local);
    await writeMirror(bare, mirror);
    if (isRestarted) await browser.restart();
    await browser.openPage(`${site.url}/sign-in`);
    const popup = await browser.openPopup();
    await popup.waitFor('[data-screen=locked]');
    await unlock(popup);
    await popup.waitFor('[data-screen=list]');
    return popup;
  };
  const expectNewest = async (popup: View) => {
    expect(await popup.text('[data-show=label]')).toBe('renamed');
    await popup.waitFor('[data-screen=list][data-count="2"]');
    const { local, mirror } = await readState(popup);
    const newest = [newer.local['va'], newer.local['vb']];
    expect([local['va'], local['vb']].filter((record) => newest.includes(record)).length).toBeGreaterThan(0);
    expect(newest).toContain((mirror['mirror'] as unknown[])[0]);
  };

  it('T9: storage.local of an earlier day loses to the database', async () => {
    await expectNewest(await openAfter({ local: older.local, mirror: newer.mirror }));
  });

  it('T9: a database of an earlier day loses to storage.local', async () => {
    await expectNewest(await openAfter({ local: newer.local, mirror: older.mirror }));
  });

  it('T9: where only the generation before is left, it is shown, and it is told that a later one is gone', async () => {
    const generation = (key: string) => Number(JSON.parse(JSON.parse(String(newer.local[key])).h).gen);
    const newest = generation('va') > generation('vb') ? 'va' : 'vb';
    const local = { ...newer.local, [newest]: older.local['va'] };
    const popup = await openAfter({ local, mirror: older.mirror });
    await popup.waitFor('[data-screen=list][data-count="2"]');
    expect(await popup.text('[data-show=label]')).toBe('octocat');
    expect(await popup.text('[data-show=news]')).toMatch(/as they were before/);
  });

  it('T9: both domains of an earlier day are that day, which the next write goes on from', async () => {
    const popup = await openAfter(older, true);
    // Nothing in the profile could tell: who replaces all of it brings back what was.
    expect(await popup.text('[data-show=label]')).toBe('octocat');
    await pasteLink(popup, CONTOSO);
    await popup.click('[data-do=save]');
    await popup.waitFor('[data-screen=list][data-count="2"]');
  });
});
