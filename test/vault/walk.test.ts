/**
 * T15: any sequence of changes, unlocks and damage, with a fault in the middle of any of them, against a plain list. After
 * every step the vault holds what it held before it or what the step makes of it, and something still opens it.
 */
import fc from 'fast-check';
import { it } from 'vitest';
import type { VaultContent } from '../../src/vault/content';
import { dropUnneededDeviceKey } from '../../src/vault/device-key';
import { addAccount, editAccount, trashAccount } from '../../src/vault/operations';
import { readRecord } from '../../src/vault/record';
import { rekeyUnderPassphrase } from '../../src/vault/rekey';
import type { VaultPorts } from '../../src/vault/storage';
import { type UnlockedVault, unlockOnDevice, unlockVault } from '../../src/vault/unlock';
import { commitVault, findVault } from '../../src/vault/vault';
import { FAULTS, Fault, FaultyCell, FaultyDomain } from './faulty';
import { accountNamed, MemoryCell, type MemoryDomain, NOW_MS, PASSPHRASE, portsOver } from './memory-domain';
import { deviceVault } from './stage';

interface Disk {
  readonly domain: MemoryDomain;
  readonly cells: readonly MemoryCell[];
}

const place = fc.integer({ min: 1, max: 5 });
const change = fc.oneof(
  place.map((at) => (content: VaultContent) => addAccount(content, accountNamed(`n${at}`, at))),
  place.map((at) => (content: VaultContent) => editAccount(content, accountNamed('', at).id, { label: `e${at}` })),
  place.map((at) => (content: VaultContent) => trashAccount(content, accountNamed('', at).id, NOW_MS)),
);
const fault = fc.option(fc.record({ kind: fc.constantFrom(...FAULTS), at: fc.integer({ min: 1, max: 12 }) }));
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('change' as const), change, fault }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unlock' as const), fault }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rekey' as const), passphrase: fc.nat({ max: 2 }), fault }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('older-copy-lost' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cell-lost' as const), cell: fc.nat({ max: 1 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** The older of the two copies, or any of two that are the same. */
async function olderKey({ domain }: Disk): Promise<string> {
  const [va, vb] = await Promise.all(['va', 'vb'].map((key) => readRecord(domain.items.get(key))));
  if (!va?.ok || !vb?.ok) return va?.ok ? 'vb' : 'va';
  return va.value.header.gen <= vb.value.header.gen ? 'va' : 'vb';
}

/** Everything that may open it, tried on a disk that works. */
async function unlocked({ domain, cells }: Disk, passphrases: readonly string[]): Promise<UnlockedVault> {
  const ports = portsOver(
    domain.copy(),
    cells.map(({ stored }) => new MemoryCell(stored)),
  );
  const found = await findVault(ports);
  if (!found.ok || found.value === 'absent') throw new Error(`found: ${JSON.stringify(found)}`);
  const answers = [await unlockOnDevice(ports)];
  for (const passphrase of passphrases) answers.push((await unlockVault(ports, passphrase)) as (typeof answers)[0]);
  const opened = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  if (opened[0] === undefined || opened.length > 1) throw new Error(`${opened.length} ways open it`);
  return opened[0];
}

/** What the step makes of the content, if it takes effect. */
async function take(one: Step, ports: VaultPorts, disk: Disk, vault: UnlockedVault): Promise<VaultContent> {
  switch (one.do) {
    case 'change':
      await commitVault(ports, vault.vaultKey, one.change);
      return one.change(vault.content);
    case 'unlock':
      if (vault.protection === 'device') await unlockOnDevice(ports);
      else await dropUnneededDeviceKey(ports);
      return vault.content;
    case 'rekey':
      await rekeyUnderPassphrase(ports, vault.vaultKey, passphraseAt(one.passphrase));
      return vault.content;
    case 'older-copy-lost':
      disk.domain.items.set(await olderKey(disk), 'damaged');
      return vault.content;
    case 'cell-lost':
      // The last of them is not lost: that would be the end of it.
      disk.cells.forEach((cell, at) => {
        if (at === one.cell && disk.cells.some((other) => other !== cell && other.stored !== undefined))
          cell.stored = undefined;
      });
      return vault.content;
  }
}

function passphraseAt(which: number): string {
  return `${PASSPHRASE} ${which}`;
}

it('a vault of this device survives any sequence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { domain, cells } = await deviceVault();
      let disk: Disk = { domain, cells };
      const passphrases = [0, 1, 2].map(passphraseAt);
      for (const one of steps) {
        const vault = await unlocked(disk, passphrases);
        const asked = 'fault' in one ? one.fault : null;
        const trouble = new Fault(asked?.kind ?? 'drops', asked?.at ?? Number.POSITIVE_INFINITY);
        const faulty = new FaultyDomain(disk.domain, trouble);
        const faultyCells = disk.cells.map((cell) => new FaultyCell(cell, trouble));
        const after = await take(one, portsOver(faulty, faultyCells), { domain: faulty, cells: faultyCells }, vault);
        disk = { domain: faulty.copy(), cells: faultyCells.map(({ stored }) => new MemoryCell(stored)) };
        const left = JSON.stringify((await unlocked(disk, passphrases)).content);
        if (left !== JSON.stringify(after) && left !== JSON.stringify(vault.content)) {
          throw new Error(`${one.do} left ${left}`);
        }
      }
    }),
    { numRuns: 300 },
  );
});
