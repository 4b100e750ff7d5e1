/** A text as the links in it. Usually one stands on each line, but fields of one line join what is pasted into them. */
import { isMigrationText } from './migration-text';

export interface LinkLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly kind: 'link' | 'migration' | 'other';
  /** The next line may be the rest of it. */
  readonly isWrapped: boolean;
}

const LINK = /^(?:otpauth|otpauth-migration|steam|motp):/i;
/** One white space alone: with a run of them, a long one would be looked through from each of its places. */
const BETWEEN_LINKS = /(?=otpauth(?:-migration)?:\/\/)|\s(?=(?:steam|motp):\/\/)/i;

/** Blank lines and comments ("# …") are left out, and so is what stands before a link on its line. */
export function readLinkLines(text: string): readonly LinkLine[] {
  const found: LinkLine[] = [];
  for (const [index, whole] of text.split(/\r\n|\r|\n/).entries()) {
    const trimmed = whole.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const pieces = trimmed.split(BETWEEN_LINKS).map((piece) => piece.trim());
    const links = pieces.filter((piece) => LINK.test(piece));
    for (const link of links) found.push(asLine(index + 1, link));
    if (links.length === 0) addOther(found, index + 1, trimmed);
  }
  return found;
}

/** The data of an export proves whether it is whole, so it may go on in the next line. A key URI proves nothing. */
function addOther(found: LinkLine[], line: number, text: string): void {
  const before = found.at(-1);
  const isRest = before !== undefined && before.kind !== 'other' && !/\s/.test(text);
  if (!isRest) found.push({ line, text, kind: 'other', isWrapped: false });
  else if (before.kind === 'migration') found[found.length - 1] = { ...before, text: before.text + text };
  else found[found.length - 1] = { ...before, isWrapped: true };
}

function asLine(line: number, text: string): LinkLine {
  return { line, text, kind: isMigrationText(text) ? 'migration' : 'link', isWrapped: false };
}
