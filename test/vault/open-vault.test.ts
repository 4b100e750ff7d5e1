/** T15: open:vault answers as the product does, whatever happened to the copies. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openCopies } from '../../scripts/open-vault';
import { readRecord } from '../../src/vault/record';
import { unlockVault } from '../../src/vault/unlock';
import { newSeed } from '../seed';
import { portsOf } from './disk';
import { withFlippedBit } from './garble';
import { cheapArgon2id, MemoryDomain, PASSPHRASE } from './memory-domain';
import { addAccount, filledVault, newerRecord, withHeader } from './stage';

const PLACES = ['va', 'vb', 'hw', 'mirror-1', 'mirror-2'] as const;
const DAMAGES = ['flip', 'cut', 'remove', 'swap', 'older', 'foreign', 'newer', 'header', 'null', 'number'] as const;
type Values = Record<(typeof PLACES)[number], unknown>;

const damage = fc.record({
  place: fc.constantFrom(...PLACES),
  other: fc.constantFrom(...PLACES),
  how: fc.constantFrom(...DAMAGES),
  at: fc.nat({ max: 60_000 }),
});

async function valuesOf(accounts: number): Promise<Values> {
  const { disk, vaultKey } = await filledVault();
  for (let place = 3; place <= accounts; place += 1) await addAccount(disk.domain, vaultKey, `n${place}`, place);
  const { items, mirror } = disk.domain;
  const [newest, older] = mirror.items.get('mirror') as string[];
  return { va: items.get('va'), vb: items.get('vb'), hw: items.get('hw'), 'mirror-1': newest, 'mirror-2': older };
}

async function damagedBy(
  values: Values,
  { place, other, how, at }: typeof damage extends fc.Arbitrary<infer D> ? D : never,
  { older, foreign }: { readonly older: Values; readonly foreign: Values },
): Promise<Values> {
  const text = String(values[place]);
  const changes: Record<(typeof DAMAGES)[number], () => unknown> = {
    flip: () => withFlippedBit(text, at % (text.length * 8)),
    cut: () => text.slice(0, at % text.length),
    remove: () => undefined,
    swap: () => values[other],
    older: () => older[place],
    foreign: () => foreign[place],
    newer: newerRecord,
    header: async () =>
      (await readRecord(text)).ok ? withHeader(text, (header) => Object.assign(header, { gen: at })) : '{"vault":7}',
    null: () => null,
    number: () => at,
  };
  const swapped = how === 'swap' ? { [other]: values[place] } : {};
  return { ...values, ...swapped, [place]: await changes[how]() };
}

/** As the file that open:vault reads, and as the product stores it. */
function itemsOf({ va, vb, hw, ...mirrored }: Values): Record<string, unknown> {
  const mirror = [mirrored['mirror-1'], mirrored['mirror-2']].filter((record) => record !== undefined);
  return JSON.parse(JSON.stringify({ va, vb, hw, ...(mirror.length === 0 ? {} : { mirror }) }));
}

async function answerOf(items: Record<string, unknown>, passphrase: string): Promise<Record<string, unknown>> {
  const domain = new MemoryDomain();
  const { mirror, ...local } = items;
  await domain.set(local);
  if (mirror !== undefined) await domain.mirror.set({ mirror });
  const unlocked = await unlockVault(portsOf({ domain, cells: [] }), passphrase);
  if (!unlocked.ok) return { answer: unlocked.error.kind === 'absent' ? 'damaged' : unlocked.error.kind };
  const { epoch, generation, content } = unlocked.value;
  return { answer: 'ok', epoch, generation, accounts: content.accounts.length };
}

it('T15: open:vault says of any damaged copies what the product says', async () => {
  const [values, older, foreign] = [await valuesOf(5), await valuesOf(3), await valuesOf(4)];
  const passphrase = fc.constantFrom(PASSPHRASE, PASSPHRASE, 'a wrong passphrase', 'short');
  const seen = new Set<unknown>();
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { maxLength: 6 }), passphrase, async (all, asked) => {
      let changed = values;
      for (const one of all) changed = await damagedBy(changed, one, { older, foreign });
      const items = itemsOf(changed);
      const answer = await openCopies(items, asked, cheapArgon2id);
      expect(answer).toEqual(await answerOf(items, asked));
      seen.add(answer['answer']);
    }),
    { numRuns: 1_000, seed: newSeed('open:vault') },
  );
  expect([...seen].sort()).toEqual(['damaged', 'newer', 'ok', 'wrong-passphrase']);
});
