/**
 * Whether nothing in `value` lies more than `levels` deep. Level by level and never by recursion, which a text of a hundred
 * thousand brackets would exhaust, as it does `JSON.stringify`.
 */
export function isShallow(value: unknown, levels: number): boolean {
  let level = [value];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return true;
  }
  return false;
}
