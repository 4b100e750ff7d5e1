/** Every form of the demo site's gallery, filled from the real popup: each comes to the outcome that stands beside it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FORMS } from '../demo-login/forms/forms';
import { expectedValues, fillFromPopup, openBoundVault, openForm, reportOf } from './form-visit';
import { KINDS } from './kinds';
import { type Stage, setStage } from './stage';

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
    await openBoundVault(stage);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  it.each(FORMS.map((item) => [item.id, item] as const))('%s', async (_, item) => {
    const page = await openForm(stage, item);
    const before = await reportOf(page);
    expect(before.submits).toBe(0);
    const came = await fillFromPopup(stage, page);
    const after = await reportOf(page);
    const { expects } = item;
    expect({ came, values: after.values, submits: after.submits }).toEqual({
      came: expects.kind,
      values: expectedValues(item, before, after),
      submits: (expects.kind === 'filled' ? expects.submits : undefined) ?? 0,
    });
    // Nothing is added to a page and nothing changed in it; what a page does by itself shows that this is counted.
    expect(after.changes > 0).toBe(item.changesItself === true);
  });
});
