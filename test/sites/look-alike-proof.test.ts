/** The measure: made look-alikes of fifty real domains, and a thousand hosts that imitate nobody. */
import { describe, expect, it } from 'vitest';
import { judgeSite, type Verdict } from '../../src/sites/judge-site';
import { BOUND_DOMAINS } from './bound-domains';
import { HONEST_HOSTS } from './honest-hosts';
import { lookAlikesOf, type MadeLookAlike, seeded } from './look-alikes';

const SEEDS = [20240501, 7, 987654321];
const EACH = 20;

interface Judged extends MadeLookAlike {
  readonly verdict: Verdict;
}

/** "a letter left out: 38 of 40, missed: …", one line each. */
function linesByKind(judged: readonly Judged[]): string {
  return [...new Set(judged.map(({ kind }) => kind))]
    .map((kind) => {
      const ones = judged.filter((one) => one.kind === kind);
      const missed = ones
        .filter(({ verdict }) => verdict !== 'lookalike')
        .map(({ bound, url }) => `${url} for ${bound}`);
      return `${kind}: ${ones.length - missed.length} of ${ones.length}${missed.map((one) => `\n    missed ${one}`).join('')}`;
    })
    .join('\n');
}

describe.each(SEEDS)('T12: look-alikes made from seed %d', (seed) => {
  const judged = lookAlikesOf(BOUND_DOMAINS, EACH, seeded(seed)).map((made) => ({
    ...made,
    verdict: judgeSite(made.url, made.bound),
  }));
  const report = `seed ${seed}\n${linesByKind(judged)}`;

  it('are a thousand', () => expect(judged).toHaveLength(BOUND_DOMAINS.length * EACH));
  it('are never filled', () => expect(judged.filter(({ verdict }) => verdict === 'same')).toEqual([]));
  it('are warned of, 95 in 100 and more', () => {
    const warned = judged.filter(({ verdict }) => verdict === 'lookalike');
    console.log(`${report}\n${warned.length} of ${judged.length} are warned of`);
    expect(warned.length / judged.length, report).toBeGreaterThanOrEqual(0.95);
  });
});

describe('T12: hosts that imitate nobody', () => {
  const unrelated = HONEST_HOSTS.filter((host) => !BOUND_DOMAINS.some((bound) => `.${host}`.endsWith(`.${bound}`)));
  const verdicts = unrelated.map((host) => ({
    host,
    warnedFor: BOUND_DOMAINS.filter((bound) => judgeSite(`https://${host}/`, bound) === 'lookalike'),
    filledFor: BOUND_DOMAINS.filter((bound) => judgeSite(`https://${host}/`, bound) === 'same'),
  }));
  const warned = verdicts.filter(({ warnedFor }) => warnedFor.length > 0);

  it('are a thousand, each once', () => {
    expect(unrelated.length).toBeGreaterThanOrEqual(1000);
    expect(new Set(unrelated).size).toBe(unrelated.length);
  });
  it('are never filled', () => expect(verdicts.filter(({ filledFor }) => filledFor.length > 0)).toEqual([]));
  it('are warned of 5 times in 1,000 at most, whatever is bound', () => {
    const report = warned.map(({ host, warnedFor }) => `${host} for ${warnedFor.join(', ')}`).join('\n');
    console.log(`${warned.length} of ${verdicts.length} hosts are warned of\n${report}`);
    expect(warned.length / verdicts.length, report).toBeLessThanOrEqual(0.005);
  });
});
