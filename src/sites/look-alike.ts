/** Pages that look like the site an account belongs to, and are not. */
import { type HostNames, hostNames, joined, lettersIn } from './host-names';
import { isKnownDomain } from './known-issuers';
import { plainOf, shapeOf } from './letter-shapes';
import { type OneEdit, oneEdit } from './one-edit';
import { registrableOf } from './registrable-domain';
import { NAMES_THAT_ARE_WORDS, ORDINARY_WORDS, WORDS_OF_HOSTS } from './usual-words';

interface RealSite {
  readonly domain: string;
  readonly suffix: string;
  /** In its own letters. */
  readonly written: string;
  /** Of plain letters, without hyphens. */
  readonly name: string;
  readonly shape: string;
  /** The domain with plain letters, where it stands inside another host. */
  readonly inside: string;
  /** Whether hosts of anybody are called so. */
  readonly isUsual: boolean;
}

/** The one of `sites` that the page at `url` only looks like; undefined where it belongs to one, or looks like none. */
export function findLookAlike(url: string, sites: readonly string[]): string | undefined {
  const page = pageAt(url);
  if (page === undefined) return undefined;
  const real = sites.map(realSite);
  if (real.some((site) => site?.domain === page.domain)) return undefined;
  const place = real.findIndex((site) => site !== undefined && looksLike(page, site));
  return sites[place];
}

function looksLike(page: HostNames, site: RealSite): boolean {
  if (`.${page.before}.`.replaceAll('-', '.').includes(site.inside)) return true;
  if (site.name.length >= LEAST_LABEL && !site.isUsual) {
    if (page.labels.has(site.shape)) return true;
    if (site.name.length >= LEAST_PART && !NAMES_THAT_ARE_WORDS.has(site.name) && page.parts.has(site.shape))
      return true;
    if (site.name.length >= LEAST_WITHIN && isWithin(site.shape, page)) return true;
    if (site.name.length > LEAST_PART && page.innerNames.some((name) => isSlip(name, site, page))) return true;
  }
  // A site known for itself may be called nearly as another.
  if (isKnownDomain(page.domain)) return false;
  const isNamedAlike = site.isUsual
    ? page.isDisguised && page.written !== site.written && shapeOf(page.name) === site.shape
    : page.wholes.has(site.shape);
  return isNamedAlike || isSlip(page.name, site, page);
}

function isWithin(shape: string, page: HostNames): boolean {
  return !ORDINARY_WORDS.has(page.name) && shapeOf(joined(page.before)).includes(shape);
}

const LEAST_LABEL = 3;
const LEAST_PART = 5;
const LEAST_WITHIN = 7;

function isSlip(name: string, site: RealSite, page: HostNames): boolean {
  if (ORDINARY_WORDS.has(name) || WORDS_OF_HOSTS.has(name)) return false;
  const edit = oneEdit(name, site.name);
  if (edit !== undefined && isConvincing(edit, site, page)) return true;
  // Among letters of other scripts there may be one more that resembles the real one, and no table says so.
  const least = /[^\0-\x7f]/.test(page.written) ? 4 : LEAST_PART + 1;
  return page.isDisguised && site.name.length >= least && oneEdit(shapeOf(name), site.shape) !== undefined;
}

/** The shorter a name, the more words lie one letter from it, and most of those with another first letter. */
function isConvincing({ edit, place, isLikely }: OneEdit, site: RealSite, page: HostNames): boolean {
  const { length } = site.name;
  const isSameEnding = page.suffix === site.suffix;
  if (length < 4) return false;
  if (length === 4) return isSameEnding && (edit === 'swapped' || edit === 'doubled');
  if (length > 7 || edit === 'swapped' || edit === 'doubled') return true;
  if (length === 5 && !isSameEnding) return edit === 'replaced' && isLikely && place > 0;
  if (length === 5 && edit === 'left-out') return place > 0;
  return edit !== 'replaced' || place > 0 || isLikely;
}

let last: { readonly url: string; readonly names: HostNames | undefined } | undefined;

/** One page is held against many sites: it is read once. */
function pageAt(url: string): HostNames | undefined {
  if (last?.url !== url) last = { url, names: readPage(url) };
  return last.names;
}

function readPage(url: string): HostNames | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, username } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? hostNames(hostname, username) : undefined;
}

const known = new Map<string, RealSite | undefined>();

function realSite(site: string): RealSite | undefined {
  if (!known.has(site)) known.set(site, readSite(site));
  return known.get(site);
}

function readSite(site: string): RealSite | undefined {
  const isOrigin = site.includes('://');
  if (isOrigin && !URL.canParse(site)) return undefined;
  const found = registrableOf(isOrigin ? new URL(site).hostname : site);
  if (found === undefined) return undefined;
  const written = lettersIn(found.name);
  const plain = plainOf(written);
  const name = joined(plain);
  return {
    domain: found.domain,
    suffix: found.suffix,
    written,
    name,
    shape: shapeOf(name),
    inside: `.${plain}.${found.suffix}.`.replaceAll('-', '.'),
    isUsual: WORDS_OF_HOSTS.has(name),
  };
}
