/** Words that are one slip of the hand or the eye apart. */

export type Edit = 'swapped' | 'doubled' | 'added' | 'left-out' | 'replaced';

export interface OneEdit {
  readonly edit: Edit;
  /** In the real word. */
  readonly place: number;
  /** Whether it is one that happens: a key beside the right one, a vowel for another, letters alike, a bit that flipped. */
  readonly isLikely: boolean;
}

/** How `text` came from `real`, of three letters and more, by one edit; undefined where it took none, or several. */
export function oneEdit(text: string, real: string): OneEdit | undefined {
  const longer = text.length - real.length;
  if (longer < -1 || longer > 1) return undefined;
  // One edit leaves one end as it was.
  if (text[0] !== real[0] && text.at(-1) !== real.at(-1)) return undefined;
  let place = 0;
  while (place < real.length && text[place] === real[place]) place += 1;
  if (longer === 0 && place === real.length) return undefined;
  const rest = (word: string, from: number) => word.slice(place + from);
  if (longer === 1) {
    if (rest(text, 1) !== rest(real, 0)) return undefined;
    const isDoubled = text[place] === text[place - 1];
    return { edit: isDoubled ? 'doubled' : 'added', place, isLikely: isDoubled };
  }
  if (longer === -1) return rest(text, 0) === rest(real, 1) ? { edit: 'left-out', place, isLikely: false } : undefined;
  if (rest(text, 1) === rest(real, 1)) {
    return { edit: 'replaced', place, isLikely: isLikely(text[place] ?? '', real[place] ?? '') };
  }
  const isSwapped =
    text[place] === real[place + 1] && text[place + 1] === real[place] && rest(text, 2) === rest(real, 2);
  return isSwapped ? { edit: 'swapped', place, isLikely: true } : undefined;
}

const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const ALIKE = ['aeiou', 'ao', 'bdh', 'ce', 'ft', 'gqy', 'il', 'lt', 'mn', 'nr', 'uv', 'vw', 'vy', 'ckqs', 'sz', 'iy'];

function isLikely(typed: string, real: string): boolean {
  return (
    isBeside(typed, real) || isOneBit(typed, real) || ALIKE.some((set) => set.includes(typed) && set.includes(real))
  );
}

function isBeside(typed: string, real: string): boolean {
  const [a, b] = [keyOf(typed), keyOf(real)];
  return a !== undefined && b !== undefined && Math.abs(a.row - b.row) <= 1 && Math.abs(a.column - b.column) <= 1;
}

function keyOf(letter: string): { row: number; column: number } | undefined {
  const row = ROWS.findIndex((keys) => keys.includes(letter));
  return row < 0 || letter === '' ? undefined : { row, column: (ROWS[row] ?? '').indexOf(letter) };
}

function isOneBit(typed: string, real: string): boolean {
  const bits = (typed.codePointAt(0) ?? 0) ^ (real.codePointAt(0) ?? 0);
  return bits !== 0 && (bits & (bits - 1)) === 0;
}
