/** A seeded vault is a real one, and the session beside it is the one that an unlock begins. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from './kinds';
import type { View } from './rig/extension-browser';
import { seedVault } from './seeded-vault';
import { type Stage, setStage } from './stage';
import { unlock } from './walks/accounts';
import { PASSPHRASE } from './walks/journey';
import { openWith } from './walks/screens';
import { openUnlocked } from './walks/unlocked';

/** What the session and its alarm consist of: times and keys by their types alone. */
const SHAPE = `(async () => {
  const typed = (value) => typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, typed(one)])) : typeof value;
  const [session, alarms] = [await chrome.storage.session.get(null), await chrome.alarms.getAll()];
  const { deadline, confirmedMs, lastSeen } = session.unlocked;
  const spans = { lastsMs: deadline - lastSeen, sinceMs: lastSeen - confirmedMs, alarmMs: alarms[0].scheduledTime - deadline };
  return { session: typed(session), alarms: alarms.map(({ name }) => name), spans };
})()`;

describe.each(KINDS)('%s: a seeded vault', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterAll(async () => await stage?.close());

  const shape = async (popup: View) => await popup.evaluate(SHAPE);

  it('opens with its passphrase, in order, into the session that is put beside it elsewhere', async () => {
    const items = await seedVault(PASSPHRASE, 3);
    const typed = await openWith(stage, items);
    await unlock(typed);
    await typed.waitFor('[data-screen=list][data-count="3"]');
    expect(await typed.has('[data-show=news]')).toBe(false);
    const begun = await shape(typed);
    const seeded = await openUnlocked(stage, items);
    expect(await shape(seeded)).toEqual(begun);
  });
});
