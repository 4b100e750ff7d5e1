/** The names a host can be read as: what it is called, and what is left of that without the words beside it. */
import { decodedHost } from './host-letters';
import { plainOf, shapeOf } from './letter-shapes';
import { ownRegistrableOf } from './registrable-domain';
import { ORDINARY_WORDS, WORDS_BESIDE, WORDS_OF_HOSTS } from './usual-words';

export interface Name {
  /** Of plain letters, without hyphens. */
  readonly name: string;
  readonly shape: string;
}

export interface HostNames extends Name {
  readonly domain: string;
  readonly suffix: string;
  /** The registered name in its own letters. */
  readonly written: string;
  /** Whether the name was written with digits, or with letters that are not plain. */
  readonly isDisguised: boolean;
  /** How long a name has to be for such a one to be one slip away from it. */
  readonly leastDisguised: number;
  /** All labels before the suffix, of plain letters, with dots for hyphens and one at either end. */
  readonly dotted: string;
  readonly dottedShape: string;
  /** The shape of all that. */
  readonly whole: string;
  /** The shapes of what the domain can be read as, as a whole. */
  readonly wholes: ReadonlySet<string>;
  /** The shapes of the labels above the domain. */
  readonly labels: ReadonlySet<string>;
  /** The shapes of parts between hyphens, of all labels. */
  readonly parts: ReadonlySet<string>;
  /** Names that may be written with a slip: the domain's, and those without the words beside them or elsewhere in the host. */
  readonly ownNames: readonly Name[];
  readonly innerNames: readonly Name[];
}

/** What stands before an @ in an address is no part of the host, and is read by people as if it were. */
export function hostNames(hostname: string, beforeAt = ''): HostNames | undefined {
  const found = ownRegistrableOf(hostname);
  if (found === undefined) return undefined;
  const written = decodedHost(found.name);
  const plain = plainOf(written);
  const name = joined(plain);
  const labels = `${beforeAt}.${found.above}`.toLowerCase().split('.');
  const above = labels.filter((label) => label !== '').map((label) => plainOf(decodedHost(label)));
  const parts = [plain, ...above].flatMap(partsOf);
  const inner = coresOf(plain);
  const dotted = `.${[...above, plain].join('.')}.`.replaceAll('-', '.');
  const innerAbove = above.flatMap((label) => [joined(label), ...coresOf(label)]);
  return {
    domain: found.domain,
    suffix: found.suffix,
    written,
    name,
    shape: shapeOf(name),
    isDisguised: written !== plain || /\d/.test(plain),
    leastDisguised: /[^\0-\x7f]/.test(written) ? 4 : 6,
    dotted,
    dottedShape: shapeOf(dotted),
    whole: shapeOf(joined([...above, plain].join('.'))),
    wholes: shapes([name, ...inner, joined([...above, plain].join(''))]),
    labels: shapes([...above.map(joined), ...innerAbove]),
    parts: shapes(parts),
    ownNames: namesAmong([name]),
    innerNames: namesAmong([...inner, ...innerAbove, ...parts].filter((one) => one !== name && one.length > 4)),
  };
}

function namesAmong(texts: readonly string[]): Name[] {
  return [...new Set(texts)]
    .filter((text) => !ORDINARY_WORDS.has(text) && !WORDS_OF_HOSTS.has(text))
    .map((text) => ({ name: text, shape: shapeOf(text) }));
}

export function joined(text: string): string {
  return text.replaceAll('-', '');
}

function shapes(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.map(shapeOf));
}

const MOST_PARTS = 8;

/** Every run of parts between hyphens: "my-git-hub" is also read as "git", "github" and "hub". */
function partsOf(label: string): string[] {
  const parts = label.split('-').filter((part) => part !== '');
  if (parts.length < 2 || parts.length > MOST_PARTS) return parts.length < 2 ? [] : parts;
  return parts.flatMap((_, from) =>
    parts.slice(from).map((_, length) => parts.slice(from, from + length + 1).join('')),
  );
}

// What is left is hardly a name where only short words were taken from it.
const LEAST_WORD = 5;
const SHORT_CORE = 5;
const MOST_CORES = 60;

/** What is left without the usual words at either end, hyphens or none between. */
function coresOf(label: string): string[] {
  const parts = label.split('-').filter((part) => part !== '');
  const kept = parts.filter((part) => !WORDS_BESIDE.has(part));
  const cores = new Set<string>([joined(label), ...(kept.length > 0 ? [kept.join('')] : [])]);
  for (const core of cores) {
    if (cores.size > MOST_CORES) break;
    for (let length = 2; core.length - length >= 3; length += 1) {
      if (core.length - length < SHORT_CORE && length < LEAST_WORD) continue;
      if (WORDS_BESIDE.has(core.slice(0, length))) cores.add(core.slice(length));
      if (WORDS_BESIDE.has(core.slice(-length))) cores.add(core.slice(0, -length));
    }
  }
  cores.delete(joined(label));
  return [...cores];
}
