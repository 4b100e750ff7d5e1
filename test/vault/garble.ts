/** Values as a bad disk gives them back. */

/** One character in the middle is another one; of a list, in its first entry. */
export function garbled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry, place) => (place === 0 ? garbled(entry) : entry));
  const text = String(value);
  const middle = text.length >> 1;
  return text.slice(0, middle) + (text[middle] === 'z' ? 'y' : 'z') + text.slice(middle + 1);
}

export function garbledItems(all: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, garbled(value)]));
}

export function withFlippedBit(text: string, bit: number): string {
  const place = bit >> 3;
  const flipped = String.fromCharCode(text.charCodeAt(place) ^ (1 << (bit & 7)));
  return text.slice(0, place) + flipped + text.slice(place + 1);
}
