/** The name of a group within a sentence: of a long one, its beginning. */
import { visibleText } from '../src/ui/text';

const MOST = 40;

export function shortName(name: string): string {
  const characters = [...name];
  return visibleText(characters.length <= MOST ? name : `${characters.slice(0, MOST).join('').trimEnd()}…`);
}
