/** Looks for enrolment codes in the page itself, where its picture showed none: below the fold, too small, covered. */
import { type FrameAnswer, type InjectFailure, runInFrames } from '../platform/inject';
import { ok, type Result } from '../result';
import { findPictures, type PagePicture, type UnreadPlace } from '../sites/page-pictures';
import { findTexts } from '../sites/page-texts';
import { drawSvg } from './draw-svg';
import { type ScanOne, scanPicture } from './scan-picture';

export interface FoundText {
  readonly text: string;
  /** A `key` is a bare secret in base32. */
  readonly from: 'picture' | 'link' | 'key';
}

export interface PageLook {
  /** Each once: of pictures, of links, then keys that none of these holds. */
  readonly texts: readonly FoundText[];
  /** Of the top frame, what the page's scripts may not read: a screenshot can show it. */
  readonly unread: readonly UnreadPlace[];
}

const MOST_PICTURES = 60;
/** A page full of photographs: what looked like a code came first. */
const MOST_MS = 8000;

/** All frames of the page's own site. `scan` is another way of scanning, for tests. */
export async function lookIntoPage(
  tabId: number,
  scan: ScanOne = scanPicture,
): Promise<Result<PageLook, InjectFailure>> {
  const [pictures, texts] = await Promise.all([
    runInFrames(tabId, findPictures, []),
    runInFrames(tabId, findTexts, []),
  ]);
  if (!pictures.ok && !texts.ok) return pictures;
  const seen = answersOf(pictures);
  const read = await textsOf(
    seen.flatMap(({ value }) => value.pictures),
    scan,
  );
  const written = answersOf(texts).flatMap(({ value }) => value);
  const links = [...read.map((text) => ({ text, from: 'picture' as const })), ...written.filter(isLink)];
  const keys = written.filter(({ text, from }) => from === 'key' && !links.some((link) => holdsKey(link.text, text)));
  const unread = seen.filter(({ frameId }) => frameId === 0).flatMap(({ value }) => value.unread);
  return ok({ texts: distinct([...links, ...keys]), unread });
}

type Answers<T> = Result<readonly FrameAnswer<Result<T, unknown>>[], unknown>;

function answersOf<T>(answers: Answers<T>): FrameAnswer<T>[] {
  if (!answers.ok) return [];
  return answers.value.flatMap(({ frameId, value }) => (value.ok ? [{ frameId, value: value.value }] : []));
}

/** Of several frames the squarest come first too. */
async function textsOf(pictures: readonly PagePicture[], scan: ScanOne): Promise<string[]> {
  const texts: string[] = [];
  const endMs = performance.now() + MOST_MS;
  const ordered = [...pictures].sort((a, b) => Number(b.isSquare) - Number(a.isSquare));
  for (const picture of ordered.slice(0, MOST_PICTURES)) {
    if (performance.now() > endMs) break;
    const png = 'png' in picture ? pngOf(picture.png) : await drawSvg(picture);
    const scanned = png === undefined ? undefined : await scan(png);
    if (scanned?.ok) texts.push(...scanned.value.codes.map(({ text }) => text));
  }
  return texts;
}

function pngOf(base64: string): Blob {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}

function isLink({ from }: FoundText): boolean {
  return from === 'link';
}

/** Sites show the key of a code beside it. */
function holdsKey(link: string, key: string): boolean {
  const [, secret = ''] = /[?&]secret=([^&#]*)/i.exec(link) ?? [];
  return secret.replace(/%20|[\s+=-]/g, '').toUpperCase() === key.toUpperCase();
}

function distinct(texts: readonly FoundText[]): FoundText[] {
  return [...new Map([...texts].reverse().map((found) => [found.text, found])).values()].reverse();
}
