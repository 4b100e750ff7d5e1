/** The seed of a random suite, told so that what it found can be found again; HALFMINUTE_SEED names one for all of them. */
export function newSeed(suite: string, say: (line: string) => void = console.log): number {
  const seed = namedSeed() ?? (Math.random() * 2 ** 31) | 0;
  say(`${suite}: seed ${seed}`);
  return seed;
}

export function namedSeed(): number | undefined {
  const named = Number(process.env['HALFMINUTE_SEED']);
  return Number.isSafeInteger(named) && named !== 0 ? named : undefined;
}
