/** The page in front, and what is known of it once it was looked into, which begins when the popup has drawn. */
import { computed, signal } from '@preact/signals';
import { findPageSite, type PageSite } from '../src/app/sites';
import { home } from '../src/ui/page-state';

export type { PageSite };

type Checker = typeof import('../src/app/site-check');

/** Undefined where the browser doesn't say what page it is, or it is no web page. */
export const page = signal<PageSite | undefined>(undefined);
const checker = signal<Checker | undefined>(undefined);

export const siteCheck = computed(() => {
  const now = home.value;
  if (checker.value === undefined || page.value === undefined || now?.state !== 'unlocked') return undefined;
  return checker.value.checkSite(page.value.url, now.accounts);
});
export type SiteCheck = NonNullable<typeof siteCheck.value>;

export async function readPage(): Promise<PageSite | undefined> {
  showPage(await findPageSite());
  return page.value;
}

/** Looks at the page as it is now, or at `found`; undefined where there is nothing to look at, or it was locked meanwhile. */
export async function checkPage(found?: PageSite): Promise<SiteCheck | undefined> {
  if (found === undefined) await readPage();
  else showPage(found);
  await loadChecker();
  return siteCheck.value;
}

/** A host with its letters behind it, where it is written in others than a-z. */
export function hostTexts(host: string): { readonly ascii: string; readonly letters: string | undefined } {
  const [name = host, port] = host.split(/(?=:\d+$)/);
  const letters = checker.value?.lettersOf(name);
  return { ascii: host, letters: letters === undefined || letters === name ? undefined : letters + (port ?? '') };
}

function showPage(found: PageSite | undefined): void {
  if (found?.tabId !== page.value?.tabId || found?.url !== page.value?.url) page.value = found;
}

export async function loadChecker(): Promise<void> {
  checker.value ??= await import('../src/app/site-check');
}
