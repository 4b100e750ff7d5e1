/**
 * To use a code: to fill it, from the wait for the next one to the question or warning that stands before it, and to copy
 * it. The page is looked at anew each time: it may be another one than when the popup opened.
 */
import { effect } from '@preact/signals';
import { type Account, endOfCodeMs, findCode, findWaitMs } from '../src/app/account';
import { bindAccount, noteUse } from '../src/app/bind-account';
import { copyCode } from '../src/app/copy-code';
import type { FillFailure, FreshCode } from '../src/app/fill-tab';
import { siteFinder } from '../src/app/sites';
import { err, ok, type Result } from '../src/result';
import { accountName } from '../src/ui/account-name';
import { codeNowMs, nowMs, onComputerMs } from '../src/ui/clock';
import { home, notice, say, sayBad, sayFailure, sayWarning } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { focusThisSite } from './active';
import { codeOf } from './codes';
import { filling } from './filling';
import { checkPage, type PageSite, page as pageInFront, readPage } from './page';
import { endTask, task, turnTo } from './state';

export async function fill(account: Account): Promise<void> {
  if (filling.value !== undefined) return;
  notice.value = undefined;
  filling.value = { sinceMs: Date.now() };
  try {
    // What it puts into the page is as large as the list's own code.
    const { fillTab } = await import('../src/app/fill-tab');
    const filled = await fillTab(account, async () => await freshCode(account));
    if (!filled.ok) return await sayWhyNot(account, filled.error);
    await noteUse(account);
  } finally {
    filling.value = undefined;
  }
  // The code is in the page now: the popup makes way for it.
  window.close();
}

type NoCode = { readonly kind: 'account-broken' } | { readonly kind: 'cancelled' };

async function freshCode(account: Account): Promise<Result<FreshCode, NoCode>> {
  const untilMs = findWaitMs(account, codeNowMs());
  if (untilMs !== undefined && !(await isNextThere(untilMs))) return err({ kind: 'cancelled' });
  const atMs = codeNowMs();
  const code = codeOf(account, atMs);
  if (code === undefined) return err({ kind: 'account-broken' });
  // In the page there is the computer's clock alone.
  return ok({ code, untilMs: onComputerMs(endOfCodeMs(account, atMs)) });
}

/** Settles when the clock has come to `untilMs`, or, with false, when the person cancels or the vault locks. */
async function isNextThere(untilMs: number): Promise<boolean> {
  filling.value = { sinceMs: Date.now(), untilMs };
  let stop = () => {};
  const isThere = await new Promise<boolean>((resolve) => {
    stop = effect(() => {
      if (filling.value === undefined || home.value?.state !== 'unlocked') resolve(false);
      else if (nowMs.value >= onComputerMs(untilMs)) resolve(true);
    });
  });
  stop();
  if (isThere) filling.value = { sinceMs: Date.now() };
  return isThere;
}

async function sayWhyNot(account: Account, failure: FillFailure | NoCode): Promise<void> {
  switch (failure.kind) {
    case 'cancelled':
      return;
    case 'site-unknown':
    case 'other-site': {
      const { page } = failure;
      const check = await checkPage(page);
      const realSite = check?.lookAlikes.get(account.id);
      if (realSite !== undefined) turnTo({ name: 'look-alike', use: 'fill', account, page, realSite });
      else if (failure.kind === 'other-site') turnTo({ name: 'other-site', account, page });
      else await ask(account, page);
      return;
    }
    default:
      await sayFailure(failure);
  }
}

/** Asks whether codes of the account may be filled on `page` from now on. */
export async function ask(account: Account, page: PageSite): Promise<void> {
  const now = home.value;
  const check = await checkPage(page);
  if (now?.state !== 'unlocked' || check === undefined) return;
  if (now.isReadOnly || !check.bindable.ok) turnTo(undefined);
  if (now.isReadOnly) return sayBad(t('errorSiteReadOnly'));
  if (!check.bindable.ok) return await sayFailure(check.bindable.error);
  const issuerSite = check.issuerSites.get(account.id);
  turnTo({ name: 'ask-site', account, page, bindable: check.bindable.value, issuerSite });
}

export async function bindAndFill(account: Account, site: string): Promise<void> {
  const bound = await bindAccount(account.id, site);
  if (!bound.ok) return await sayFailure(bound.error);
  endTask();
  await fill(bound.value);
}

/** Where the page only looks like the account's site, a warning comes first. */
export async function copy(account: Account, codeNow = () => codeOf(account, codeNowMs())): Promise<void> {
  const check = await checkPage();
  const realSite = check?.lookAlikes.get(account.id);
  const page = pageInFront.value;
  if (realSite === undefined || page === undefined) return await copyAllTheSame(account, codeNow);
  turnTo({ name: 'look-alike', use: 'copy', account, page, realSite });
}

export async function copyAllTheSame(account: Account, codeNow = () => codeOf(account, codeNowMs())): Promise<void> {
  endTask();
  const copied = await copyCode(codeNow);
  if (!copied.ok) return await sayFailure(copied.error);
  say(t('copied', accountName(account)));
  await noteUse(account);
}

/** The code behind the one that is shown: good in a moment, and until then with the sites that allow for clocks a step off. */
export async function copyNext(account: Account): Promise<void> {
  if (account.type === 'hotp') return;
  await copy(account, () => findCode(account, endOfCodeMs(account, codeNowMs())));
}

/** What the command and the context menu ask for: the code of the one account of this page, or a choice. */
export async function fillHere(): Promise<void> {
  const now = home.value;
  if (now?.state !== 'unlocked' || now.accounts.length === 0 || now.pending.length > 0 || task.value !== undefined)
    return;
  const page = await readPage();
  if (page === undefined) return await sayFailure({ kind: 'page-closed-to-extensions' });
  if (!page.isFillable) return await sayFailure({ kind: 'page-not-secure' });
  const siteOf = siteFinder(page.url);
  const [only, ...others] = now.accounts.filter((account) => siteOf(account) !== undefined);
  if (only === undefined) sayWarning(t('fillNoneHere', page.host));
  else if (others.length > 0 || codeOf(only, codeNowMs()) === undefined) focusThisSite();
  else await fill(only);
}
