/** Pages that look like the site an account belongs to, and are not. */
import { decodedHost } from './host-letters';
import { type HostNames, hostNames, joined, type Name } from './host-names';
import { isKnownDomain } from './known-issuers';
import { plainOf, shapeOf } from './letter-shapes';
import { type OneEdit, oneEdit } from './one-edit';
import { registrableOf } from './registrable-domain';
import { NAMES_THAT_ARE_WORDS, ORDINARY_WORDS, WORDS_BESIDE, WORDS_OF_HOSTS } from './usual-words';

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
  /** Whether such a word beside another says nothing at all. */
  readonly isBeside: boolean;
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
  if (page.dotted.includes(site.inside)) return true;
  const hasShape = page.labels.has(site.shape) || page.parts.has(site.shape);
  if (hasShape && page.dottedShape.includes(shapeOf(site.inside))) return true;
  if (site.name.length >= LEAST_LABEL && !site.isUsual) {
    if (page.labels.has(site.shape)) return true;
    if (!NAMES_THAT_ARE_WORDS.has(site.name) && hasInside(page, site)) return true;
    if (site.name.length > LEAST_PART && page.innerNames.some((name) => isSlip(name, site, page))) return true;
  }
  // A site known for itself may be called nearly as another.
  if (isKnownDomain(page.domain)) return false;
  const isNamedAlike = site.isBeside
    ? page.shape === site.shape && page.written !== site.written && (page.isDisguised || page.suffix === site.suffix)
    : page.wholes.has(site.shape);
  return isNamedAlike || page.ownNames.some((name) => isSlip(name, site, page));
}

/** Between hyphens, and long ones anywhere. */
function hasInside(page: HostNames, { name, shape }: RealSite): boolean {
  if (name.length >= LEAST_PART && page.parts.has(shape)) return true;
  return name.length >= LEAST_WITHIN && !ORDINARY_WORDS.has(page.name) && page.whole.includes(shape);
}

const LEAST_LABEL = 3;
const LEAST_PART = 5;
const LEAST_WITHIN = 7;
// Of a letter more, and of two letters for one, twice.
const MOST_LONGER = 3;

function isSlip({ name, shape }: Name, site: RealSite, page: HostNames): boolean {
  if (Math.abs(name.length - site.name.length) > (page.isDisguised ? MOST_LONGER : 1)) return false;
  const edit = oneEdit(name, site.name);
  if (edit !== undefined && isConvincing(edit, site, page)) return true;
  // Among letters of other scripts there may be one more that resembles the real one, and no table says so.
  return page.isDisguised && site.name.length >= page.leastDisguised && oneEdit(shape, site.shape) !== undefined;
}

/** The shorter a name, the more words lie one letter from it, and most of those with another first letter. */
function isConvincing({ edit, place, isLikely }: OneEdit, site: RealSite, page: HostNames): boolean {
  const { length } = site.name;
  const isSameEnding = page.suffix === site.suffix;
  const isPlainSlip = edit === 'swapped' || edit === 'doubled';
  if (length < 5 && !isSameEnding) return false;
  if (length < 4 || (length === 4 && site.isUsual)) return length > 2 && isPlainSlip;
  if (length > 5 || isPlainSlip) return true;
  if (length === 4) return edit === 'added' || (place > 0 && (edit === 'left-out' || isLikely));
  if (!isSameEnding) return place > 0 && (isLikely || edit === 'left-out');
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

/** A domain that is stored was found to be one when it was: only an origin still needs to be looked up. */
function readSite(site: string): RealSite | undefined {
  if (site.includes('://'))
    return URL.canParse(site) ? readDomain(registrableOf(new URL(site).hostname)?.domain) : undefined;
  return readDomain(site);
}

function readDomain(domain = ''): RealSite | undefined {
  const dot = domain.indexOf('.');
  if (dot < 1) return undefined;
  const written = decodedHost(domain.slice(0, dot));
  const suffix = domain.slice(dot + 1);
  const plain = plainOf(written);
  const name = joined(plain);
  return {
    domain,
    suffix,
    written,
    name,
    shape: shapeOf(name),
    inside: `.${plain}.${suffix}.`.replaceAll('-', '.'),
    isUsual: WORDS_OF_HOSTS.has(name),
    isBeside: WORDS_BESIDE.has(name),
  };
}
