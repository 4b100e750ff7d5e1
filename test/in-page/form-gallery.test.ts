/** Every form of the demo site's gallery: the function that fills comes to the outcome that stands beside it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELD_PATIENCE_MS, fillCode } from '../../src/sites/fill-in-page';
import { siteTest } from '../../src/sites/site';
import { FORMS } from '../demo-login/forms/forms';
import type { FormItem } from '../demo-login/forms/item';
import { type RunningDemoSite, startDemoSite } from '../demo-login/server';
import { CHEAP_PASSWORDS } from '../demo-login/tests/cheap-passwords';
import { KINDS } from '../e2e/kinds';
import { FORM_REPORT, type FormReport, submitsOf, valuesWith } from './form-report';
import { OpenDocument } from './open-document';
import { CODE } from './typed';

/** Pages on which a field could still come, by time or by a button. All others are looked at once where they have none. */
const WAITED_FOR = ['late', 'app-instead'];

describe.each(KINDS)('%s', (kind) => {
  let site: RunningDemoSite;
  let page: OpenDocument;
  beforeAll(async () => {
    [site, page] = await Promise.all([startDemoSite({ passwordCost: CHEAP_PASSWORDS }), OpenDocument.in(kind)]);
  });
  afterAll(async () => {
    await page?.close();
    await site?.stop();
  });

  /** What comes of a code for an account that is bound to the gallery at 127.0.0.1. */
  async function fill(url: string, { id }: FormItem): Promise<string> {
    if (!siteTest(url)(site.url)) return 'other-site';
    const { origin } = new URL(url);
    const patienceMs = WAITED_FOR.includes(id) ? FIELD_PATIENCE_MS : 0;
    const order = { code: CODE, untilMs: Number.MAX_SAFE_INTEGER, origin, submits: false, patienceMs };
    return (await page.run(fillCode, [order])).outcome;
  }

  it.each(FORMS.map((item) => [item.id, item] as const))('%s', async (id, item) => {
    const { expects, at = '127.0.0.1' } = item;
    const url = `${site.url.replace('127.0.0.1', at)}/gallery/forms/${id}`;
    await page.open(url);
    const before = await page.ask<FormReport>(FORM_REPORT);
    expect(before.submits).toBe(0);
    // What comes late comes late from here on.
    await page.ask('document.querySelector("[data-do=start]")?.click()');
    const came = await fill(url, item);
    const after = await page.ask<FormReport>(FORM_REPORT);
    const typed = expects.kind === 'filled' ? valuesWith(CODE, expects.into) : {};
    expect({ came, values: after.values, submits: after.submits }).toEqual({
      came: expects.kind,
      values: { ...before.values, ...typed },
      submits: submitsOf(item),
    });
    // Nothing is added to a page and nothing changed in it; what a page does by itself shows that this is counted.
    expect(after.changes > 0).toBe(item.changesItself === true);
  });
});
