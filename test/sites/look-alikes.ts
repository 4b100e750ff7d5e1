/** Makes hosts that look like a real one, by the tricks that are known. It shares nothing with what has to find them. */
import punycode from 'punycode/';
import { CYRILLIC, DIGITS, ELSEWHERE, ENDINGS, GREEK, KEYS, LATIN, MARKED, RUNS, WORDS } from './look-alike-tables';

export type Random = () => number;

/** Mulberry32: the same seed gives the same hosts on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Trick = (name: string, ending: string, random: Random) => string | undefined;

const one = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T;
const at = (name: string, random: Random) => Math.floor(random() * name.length);
const letters = 'abcdefghijklmnopqrstuvwxyz';

function swapLetter(table: Readonly<Record<string, string>>): Trick {
  return (name, ending, random) => {
    const places = [...name].flatMap((letter, place) => (letter in table ? [place] : []));
    if (places.length === 0) return undefined;
    const place = one(places, random);
    return `${name.slice(0, place)}${table[name[place] as string]}${name.slice(place + 1)}.${ending}`;
  };
}

function swapAll(table: Readonly<Record<string, string>>): Trick {
  return (name, ending) => {
    const swapped = [...name].map((letter) => table[letter] ?? letter).join('');
    return swapped === name ? undefined : `${swapped}.${ending}`;
  };
}

const long =
  (trick: Trick): Trick =>
  (name, ending, random) =>
    name.length < 5 ? undefined : trick(name, ending, random);

const omit = (name: string, place: number) => name.slice(0, place) + name.slice(place + 1);
const put = (name: string, place: number, text: string, over = 0) =>
  name.slice(0, place) + text + name.slice(place + over);
const otherEnding = (ending: string, random: Random) =>
  one(
    ENDINGS.filter((end) => end !== ending),
    random,
  );

export const TRICKS: Readonly<Record<string, Trick>> = {
  'one Cyrillic letter': swapLetter(CYRILLIC),
  'all letters Cyrillic': swapAll(CYRILLIC),
  'one Greek letter': swapLetter(GREEK),
  'a letter with a mark': swapLetter(MARKED),
  'an odd Latin letter': swapLetter(LATIN),
  'a digit for a letter': swapLetter(DIGITS),
  'two letters for one': swapLetter(RUNS),
  'l and i': swapLetter({ l: 'i', i: 'l' }),
  'a bit flipped': long((name, ending, random) => {
    for (;;) {
      const place = at(name, random);
      const letter = String.fromCharCode(name.charCodeAt(place) ^ (1 << Math.floor(random() * 5)));
      if (/[a-z]/.test(letter)) return `${put(name, place, letter, 1)}.${ending}`;
    }
  }),
  'a letter put in': long(
    (name, ending, random) => `${put(name, at(name, random), one([...letters], random))}.${ending}`,
  ),
  'a letter left out': long((name, ending, random) => `${omit(name, at(name, random))}.${ending}`),
  'a letter doubled': long((name, ending, random) => {
    const place = at(name, random);
    return `${put(name, place, name[place] as string)}.${ending}`;
  }),
  'two letters changed over': long((name, ending, random) => {
    const places = [...name].flatMap((letter, place) => (place > 0 && name[place - 1] !== letter ? [place] : []));
    const place = one(places, random);
    return `${put(name, place - 1, `${name[place]}${name[place - 1]}`, 2)}.${ending}`;
  }),
  'a key beside': long((name, ending, random) => {
    const place = at(name, random);
    const key = one([...(KEYS[name[place] as string] ?? 'x')], random);
    return `${put(name, place, key, 1)}.${ending}`;
  }),
  'another letter': long(
    (name, ending, random) => `${put(name, at(name, random), one([...letters], random), 1)}.${ending}`,
  ),
  'another vowel': long((name, ending, random) => {
    const places = [...name].flatMap((letter, place) => ('aeiou'.includes(letter) ? [place] : []));
    if (places.length === 0) return undefined;
    const place = one(places, random);
    return `${put(
      name,
      place,
      one(
        [...'aeiou'].filter((vowel) => vowel !== name[place]),
        random,
      ),
      1,
    )}.${ending}`;
  }),
  plural: long((name, ending) => `${name}s.${ending}`),
  'a word before, with a hyphen': (name, ending, random) => `${one(WORDS, random)}-${name}.${ending}`,
  'a word behind, with a hyphen': (name, ending, random) => `${name}-${one(WORDS, random)}.${ending}`,
  'a word before, glued': long((name, ending, random) => `${one(WORDS, random)}${name}.${ending}`),
  'a word behind, glued': long((name, ending, random) => `${name}${one(WORDS, random)}.${ending}`),
  'the domain above another': (name, ending, random) => `${name}.${ending}.${one(ELSEWHERE, random)}`,
  'the name above another': (name, _, random) => `${name}.${one(ELSEWHERE, random)}`,
  'deep below another': (name, ending, random) =>
    `${one(WORDS, random)}.${name}.${ending}.session.${one(ELSEWHERE, random)}`,
  'the domain and a hyphen': (name, ending, random) => `${name}.${ending}-${one(WORDS, random)}.net`,
  'dots for hyphens': (name, ending, random) => `${name}-${ending.replaceAll('.', '-')}.${one(ELSEWHERE, random)}`,
  'another ending': (name, ending, random) => `${name}.${otherEnding(ending, random)}`,
  'a second ending': (name, _, random) =>
    `${name}.${one(['com.co', 'com.de', 'co.com', 'com.ru', 'net.co', 'org.uk'], random)}`,
  'a hyphen inside': long(
    (name, ending, random) => `${put(name, 1 + Math.floor(random() * (name.length - 1)), '-')}.${ending}`,
  ),
  'a dot inside': long(
    (name, ending, random) => `${put(name, 2 + Math.floor(random() * (name.length - 3)), '.')}.${ending}`,
  ),
  'a slip and another ending': long(
    (name, ending, random) =>
      `${omit(name, 1 + Math.floor(random() * (name.length - 1)))}.${otherEnding(ending, random)}`,
  ),
  'a digit and a word': (name, ending, random) => {
    const host = swapLetter(DIGITS)(name, ending, random);
    return host === undefined
      ? undefined
      : `${host.slice(0, -ending.length - 1)}-${one(WORDS, random)}.${otherEnding(ending, random)}`;
  },
  'a digit below another': (name, ending, random) => {
    const host = swapLetter(DIGITS)(name, ending, random);
    return host === undefined ? undefined : `${host}.${one(ELSEWHERE, random)}`;
  },
};

export interface MadeLookAlike {
  readonly kind: string;
  readonly bound: string;
  readonly url: string;
}

/** `count` different ones of each domain, of as many kinds as there are. */
export function lookAlikesOf(domains: readonly string[], count: number, random: Random): MadeLookAlike[] {
  return domains.flatMap((bound) => {
    const dot = bound.indexOf('.');
    const [name, ending] = [bound.slice(0, dot), bound.slice(dot + 1)];
    const made = new Map<string, MadeLookAlike>();
    const kinds = Object.keys(TRICKS)
      .map((kind) => ({ kind, order: random() }))
      .sort((a, b) => a.order - b.order);
    for (let round = 0; made.size < count && round < 10; round += 1) {
      for (const { kind } of kinds) {
        const host = TRICKS[kind]?.(name, ending, random);
        const ascii = host === undefined ? undefined : punycode.toASCII(host.toLowerCase());
        if (ascii === undefined || made.size === count || ascii === bound || ascii.endsWith(`.${bound}`)) continue;
        made.set(ascii, { kind, bound, url: `https://${ascii}/login` });
      }
    }
    return [...made.values()];
  });
}
