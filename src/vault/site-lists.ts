/** The sites of an account where two lists of them meet. Entries that this version does not understand are kept. */
import { type StoredAccount, type StoredSite, sitesOf } from './account';

/** The account with its sites and, in front of them, those of the one whose place it takes. */
export function keepSites(account: StoredAccount, replaced: StoredAccount): StoredAccount {
  const kept = entriesOf(replaced);
  const texts = new Set(kept.map(textOf));
  return withSites(account, [...kept, ...entriesOf(account).filter((one) => !texts.has(textOf(one)))]);
}

/**
 * A person found the list as `seen` and left it as `wanted`: what they added, removed or set is so, and what another window
 * did to the rest since then stays.
 */
export function editSites(
  account: StoredAccount,
  seen: readonly StoredSite[],
  wanted: readonly StoredSite[],
): StoredAccount {
  const stored = entriesOf(account);
  const left = wanted.flatMap((one) => {
    const before = findSite(seen, one.site);
    const now = stored.find((entry) => textOf(entry) === one.site);
    if (now === undefined) return before === undefined ? [one] : [];
    return isSubmitting(one) === isSubmitting(before) ? [now] : [submitting(now, isSubmitting(one))];
  });
  const others = stored.filter((entry) => {
    const text = textOf(entry);
    return text === undefined || ![...seen, ...wanted].some(({ site }) => site === text);
  });
  return withSites(account, [...left, ...others]);
}

export function areSameSites(a: readonly StoredSite[], b: readonly StoredSite[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, place) => one.site === b[place]?.site && isSubmitting(one) === isSubmitting(b[place]))
  );
}

/** `submits` is only there where it is so. */
export function submitting(site: StoredSite, submits: boolean): StoredSite {
  const { submits: _before, ...rest } = site;
  return submits ? { ...rest, submits } : rest;
}

function isSubmitting(site: StoredSite | undefined): boolean {
  return site?.submits === true;
}

function entriesOf({ sites }: StoredAccount): readonly StoredSite[] {
  return Array.isArray(sites) ? sites : [];
}

function textOf(entry: StoredSite): string | undefined {
  return sitesOf({ sites: [entry] } as unknown as StoredAccount)[0]?.site;
}

function findSite(sites: readonly StoredSite[], text: string): StoredSite | undefined {
  return sites.find(({ site }) => site === text);
}

/** An account without a site has no list either. */
function withSites(account: StoredAccount, sites: readonly StoredSite[]): StoredAccount {
  if (sites.length > 0) return { ...account, sites };
  const { sites: _none, ...rest } = account;
  return (Array.isArray(account.sites) ? rest : account) as StoredAccount;
}
