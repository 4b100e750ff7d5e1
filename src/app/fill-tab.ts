/** Types a code into the code field of the tab in front. The page gets the digits and nothing else. */
import { findActiveTab } from '../platform/active-tab';
import { runInTab } from '../platform/inject';
import { err, ok, type Result } from '../result';
import { type FillOutcome, fillCode } from '../sites/fill-code';
import { isFillableUrl } from '../sites/fillable-origin';

export type FillFailure =
  | { readonly kind: 'page-closed-to-extensions' | 'page-not-secure' }
  | { readonly kind: 'account-broken' | Exclude<FillOutcome['outcome'], 'filled'> };

/** `codeNow` is asked at the last moment, so that a code which has just rolled over is not typed. */
export async function fillTab(codeNow: () => string | undefined): Promise<Result<void, FillFailure>> {
  const tab = await findActiveTab();
  if (tab?.url === undefined) return err({ kind: 'page-closed-to-extensions' });
  if (!isFillableUrl(tab.url))
    return err({ kind: /^https?:/.test(tab.url) ? 'page-not-secure' : 'page-closed-to-extensions' });
  const code = codeNow();
  if (code === undefined) return err({ kind: 'account-broken' });
  const filled = await runInTab(tab.id, fillCode, [code, new URL(tab.url).origin]);
  if (!filled.ok) return filled;
  return filled.value.outcome === 'filled' ? ok(undefined) : err({ kind: filled.value.outcome });
}
