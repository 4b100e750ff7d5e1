/**
 * Types a code into the code field of the tab in front, where the account belongs to the page. The page gets the digits,
 * how long they are good, and nothing else.
 */
import { runInTabWhileThere } from '../platform/inject';
import { err, ok, type Result } from '../result';
import type { FillOutcome } from '../sites/fill-code';
import { FIELD_PATIENCE_MS, fillCode } from '../sites/fill-in-page';
import type { StoredAccount } from '../vault/account';
import { findPageSite, findSite, type PageSite, sitesOf } from './sites';

export type FillFailure =
  | { readonly kind: 'page-closed-to-extensions' | 'page-not-secure' | 'page-left' }
  /** The account is bound to no site yet. */
  | { readonly kind: 'site-unknown'; readonly page: PageSite }
  /** It is bound, and not to this one. Whether this one only looks like it, site-check tells. */
  | { readonly kind: 'other-site'; readonly page: PageSite }
  | { readonly kind: Exclude<FillOutcome['outcome'], 'filled' | 'expired'> };

export interface FreshCode {
  readonly code: string;
  /** When the next one comes, by the computer's clock. */
  readonly untilMs: number;
}

const TRIES = 3;

/**
 * `freshCode` is asked at the last moment, once it is known that the account belongs to the page, and again where a field
 * came so late that the code was over.
 */
export async function fillTab<F>(
  account: StoredAccount,
  freshCode: () => Promise<Result<FreshCode, F>>,
): Promise<Result<void, FillFailure | F>> {
  const page = await findPageSite();
  if (page === undefined) return err({ kind: 'page-closed-to-extensions' });
  if (!page.isFillable) return err({ kind: 'page-not-secure' });
  const site = findSite(account, page.url);
  if (site === undefined) return err({ kind: sitesOf(account).length === 0 ? 'site-unknown' : 'other-site', page });
  for (let tried = 0; tried < TRIES; tried += 1) {
    const fresh = await freshCode();
    if (!fresh.ok) return fresh;
    const place = { origin: page.origin, submits: site.submits === true };
    const order = { ...fresh.value, ...place, patienceMs: FIELD_PATIENCE_MS };
    const filled = await runInTabWhileThere(page.tabId, fillCode, [order]);
    if (!filled.ok) return filled;
    const { outcome } = filled.value;
    if (outcome === 'filled') return ok(undefined);
    if (outcome !== 'expired') return err({ kind: outcome });
  }
  return err({ kind: 'no-field' });
}
