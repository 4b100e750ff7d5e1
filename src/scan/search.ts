/**
 * The finder search: coarsest level first, because large codes are found there at a sixteenth of the cost and what has been
 * read need not be looked at again. Finders seen on one level stay for the next, so a code whose corners only show on
 * different levels or under different windows is found too. A second pass with other windows and less contrast is for pictures
 * where nothing was read: it sees more, and mistakes more for finders.
 */
import { type Finder, findersIn, isSameFinder, onScale } from './finders';
import type { GreyPicture } from './grey';
import { findMatch, type Match } from './match';
import { isInQuad } from './pixel-image';
import { type FoundCode, readMatch } from './read-match';
import { type Binarisation, DARK, LIGHT, tonesOf } from './tones';
import { type Triple, triplesOf } from './triples';

const FIRST_PASS: readonly Binarisation[] = [
  { radiusPixels: 10, bias: 4 },
  { radiusPixels: 32, bias: 4 },
];
const SECOND_PASS: readonly Binarisation[] = [
  { radiusPixels: 6, bias: 1.5 },
  { radiusPixels: 16, bias: 1.5 },
  { radiusPixels: 40, bias: 1.5 },
];

/** The best come first: on measured pages a code's own finders were among the first ten and its triple among the first two. */
const MOST_FINDERS = 48;
const MOST_TRIPLES = 100;
const MOST_ATTEMPTS = 12;
const LEAST_SCORE = 0.35;

/** What is known so far about one picture. */
export class Search {
  readonly #levels: readonly GreyPicture[];
  readonly #isOver: () => boolean;
  readonly #codes: FoundCode[] = [];
  readonly #tried = new Set<string>();
  #finders: Finder[] = [];
  #unread: Match[] = [];

  /** Asked before every level and every match, `isOver` ends the search early. */
  constructor(levels: readonly GreyPicture[], isOver: () => boolean) {
    this.#levels = levels;
    this.#isOver = isOver;
  }

  /** Finders that belong to no code that was read. */
  get looseFinders(): readonly Finder[] {
    return this.#finders;
  }

  /** The best match that could not be read, each once; its finders may be part of no code that was. */
  takeUnread(): Match | undefined {
    this.#unread = this.#unread.filter((match) => !this.#isPartlyRead(match)).sort((a, b) => b.score - a.score);
    return this.#unread.shift();
  }

  /** Codes as they are read. A caller that has enough stops asking, and nothing further is computed. */
  *codes(): Generator<FoundCode, void> {
    for (let level = this.#levels.length - 1; level >= 0; level--) {
      if (this.#isOver()) return;
      this.#addFinders(level, this.#needed(FIRST_PASS, level));
      yield* this.#readCodes();
    }
  }

  /** The second pass, after the first. */
  *faintCodes(): Generator<FoundCode, void> {
    for (let level = this.#levels.length - 1; level >= 0; level--) {
      if (this.#isOver()) return;
      this.#addFinders(level, this.#needed(SECOND_PASS, level));
      yield* this.#readCodes();
    }
  }

  /** The widest modules of the full picture have been seen on the level above, where they are half as wide. */
  #needed(pass: readonly Binarisation[], level: number): readonly Binarisation[] {
    return level === 0 && this.#levels.length > 2 ? pass.slice(0, -1) : pass;
  }

  /** A code that was read, here or elsewhere: its finders are no longer looked at. */
  consume(code: FoundCode): void {
    this.#codes.push(code);
    this.#finders = this.#finders.filter((finder) => !this.#isRead(finder));
  }

  #isRead(finder: Finder): boolean {
    return this.#codes.some(({ corners }) => isInQuad(corners, finder, finder.moduleWidth));
  }

  #isPartlyRead({ triple: { corner, right, below } }: Match): boolean {
    return [corner, right, below].some((finder) => this.#isRead(finder));
  }

  #addFinders(level: number, binarisations: readonly Binarisation[]): void {
    const picture = this.#levels[level];
    if (picture === undefined) return;
    for (const binarisation of binarisations) {
      const tones = tonesOf(picture, binarisation);
      for (const ink of [DARK, LIGHT] as const) {
        for (const sighting of findersIn(tones, ink)) this.#addFinder(onScale(sighting, 2 ** level));
      }
    }
    this.#finders.sort((a, b) => b.roundness - a.roundness);
  }

  /** A finder seen again counts as the newer sighting unless that is worse: finer levels place it better. */
  #addFinder(finder: Finder): void {
    if (this.#isRead(finder)) return;
    const known = this.#finders.findIndex((other) => isSameFinder(other, finder));
    if (known < 0) this.#finders.push(finder);
    else if (finder.roundness >= (this.#finders[known]?.roundness ?? 0)) this.#finders[known] = finder;
  }

  #isNew({ corner, right, below }: Triple): boolean {
    const key = [corner, right, below].map(({ x, y }) => `${x} ${y}`).join(' ');
    const isNew = !this.#tried.has(key);
    this.#tried.add(key);
    return isNew;
  }

  *#readCodes(): Generator<FoundCode, void> {
    const triples = triplesOf(this.#finders.slice(0, MOST_FINDERS), MOST_TRIPLES).filter((triple) =>
      this.#isNew(triple),
    );
    const matches: Match[] = [];
    for (const triple of triples) {
      const match = findMatch(triple, this.#levels);
      if (match !== undefined && match.score >= LEAST_SCORE) matches.push(match);
    }
    matches.sort((a, b) => b.score - a.score);
    let attempts = 0;
    for (const match of matches) {
      if (this.#isPartlyRead(match)) continue;
      if (attempts++ === MOST_ATTEMPTS || this.#isOver()) break;
      const code = readMatch(match, this.#levels);
      if (code === undefined) {
        this.#unread.push(match);
        continue;
      }
      this.consume(code);
      yield code;
    }
  }
}
