/** Sites in sentences. */
import type { ComponentChildren } from 'preact';
import { t, visibleText } from './text';

const SLOT = '\ue000';

/** A sentence with one place in it, made by `text`, that is more than words. */
export function Sentence({ text, children }: { text: (slot: string) => string; children: ComponentChildren }) {
  const [before, after] = text(SLOT).split(SLOT);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}

/** A stored site as the address bar shows it: its host, with a port where it has one. */
export function hostOf(site: string): string {
  return site.includes('://') && URL.canParse(site) ? new URL(site).host : site;
}

/** In its letters, where they are known, and then as it really is. */
export function Host({ site, letters }: { readonly site: string; readonly letters?: string | undefined }) {
  const host = visibleText(hostOf(site));
  if (letters === undefined) return <strong data-show="host">{host}</strong>;
  return (
    <>
      <strong>
        <bdi>{visibleText(letters)}</bdi>
      </strong>{' '}
      (<span data-show="host">{host}</span>)
    </>
  );
}

export type TypedSiteError = 'site-not-understood' | 'site-not-secure' | 'site-public-suffix' | 'site-there';

export function siteErrorText(kind: TypedSiteError): string {
  switch (kind) {
    case 'site-not-understood':
      return t('siteNotUnderstood');
    case 'site-not-secure':
      return t('siteNotSecure');
    case 'site-public-suffix':
      return t('sitePublicSuffix');
    case 'site-there':
      return t('siteThere');
  }
}
