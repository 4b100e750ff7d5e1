/**
 * Forms of the demo site's gallery, filled from the real popup: each comes to the outcome that stands beside it. The long run
 * walks through all of them; what the page itself decides is asked of all in test/in-page.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FORMS, findForm } from '../demo-login/forms/forms';
import type { FormItem } from '../demo-login/forms/item';
import { submitsOf } from '../in-page/form-report';
import { expectedValues, fillFromPopup, openBoundVault, openForm, reportOf } from './form-visit';
import { IS_LONG, KINDS } from './kinds';
import { type Stage, setStage } from './stage';

/** Every outcome, and every way from the popup to a field. */
const WALKED = [
  'one-time-code',
  'boxes-send',
  'grouped',
  'late',
  'nested-shadow-roots',
  'same-origin-frame',
  'beside-a-foreign-frame',
  'promo-code',
  'two-fields',
  'occupied',
  'sandboxed-page',
  'name-below-localhost',
].map(requireForm);

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
    await openBoundVault(stage);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  it.each((IS_LONG ? FORMS : WALKED).map((item) => [item.id, item] as const))('%s', async (_, item) => {
    const page = await openForm(stage, item);
    const before = await reportOf(page);
    expect(before.submits).toBe(0);
    const came = await fillFromPopup(stage, page);
    const after = await reportOf(page);
    expect({ came, values: after.values, submits: after.submits }).toEqual({
      came: item.expects.kind,
      values: expectedValues(item, before, after),
      submits: submitsOf(item),
    });
    // Nothing is added to a page and nothing changed in it; what a page does by itself shows that this is counted.
    expect(after.changes > 0).toBe(item.changesItself === true);
  });
});

function requireForm(id: string): FormItem {
  const item = findForm(id);
  if (item === undefined) throw new Error(`The gallery has no form ${id}.`);
  return item;
}
