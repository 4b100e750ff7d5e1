/** Sites in sentences. */
import type { ComponentChild } from 'preact';
import { type TextKey, t, visibleText } from './text';

const PLACES: readonly string[] = ['\ue001', '\ue002'];

/** A sentence with something other than text in its places. */
export function Sentence({ words, parts }: { readonly words: TextKey; readonly parts: readonly ComponentChild[] }) {
  const pieces = t(words, ...PLACES.slice(0, parts.length)).split(/([\ue001\ue002])/);
  return (
    <>
      {pieces.map((piece) => {
        const place = PLACES.indexOf(piece);
        return place < 0 ? piece : parts[place];
      })}
    </>
  );
}

/** A stored site as the address bar shows it: its host, with a port where it has one. */
export function hostOf(site: string): string {
  return site.includes('://') && URL.canParse(site) ? new URL(site).host : site;
}

interface HostProps {
  readonly host: string;
  /** In its letters, where it is written in others than a-z. */
  readonly letters?: string | undefined;
  /** The mark by which tests find it. */
  readonly show?: string;
}

/** As the browser sends it (xn--), with its letters behind it. */
export function Host({ host, letters, show = 'host' }: HostProps) {
  return (
    <strong class="host" dir="ltr" data-show={show}>
      {visibleText(host)}
      {letters !== undefined && (
        <>
          {' '}
          (<bdi>{visibleText(letters)}</bdi>)
        </>
      )}
    </strong>
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
