/** Work of which only so much may go on at once: what comes on top waits its turn, in order. */
export function atMost(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];

  return async (work) => {
    if (running >= count) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The place goes from hand to hand: nobody can slip in between.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
