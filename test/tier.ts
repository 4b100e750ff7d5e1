/** Which run this is: `npm test` plays the random suites at a size for every day, `npm run test:long` at their full one. */
export const IS_LONG = process.env['HALFMINUTE_TIER'] === 'long';

export function runs(usual: number, long: number): number {
  return IS_LONG ? long : usual;
}
