/** Hosts among words. One is written as the browser sends it (xn--), with its letters behind it where it has others than a-z. */
import type { ComponentChild } from 'preact';
import { type TextKey, t, visibleText } from '../src/ui/text';
import { hostTexts } from './page';

interface HostProps {
  readonly host: string;
  /** The mark by which tests find it. */
  readonly show: string;
}

export function Host({ host, show }: HostProps) {
  const { ascii, letters } = hostTexts(host);
  return (
    <strong class="host" dir="ltr" data-show={show}>
      {ascii}
      {letters !== undefined && (
        <>
          {' '}
          (<bdi>{visibleText(letters)}</bdi>)
        </>
      )}
    </strong>
  );
}

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

/** A stored site as a person knows it: an origin without its scheme, as in the address bar. */
export function siteText(site: string): string {
  return site.replace(/^https?:\/\//, '');
}
