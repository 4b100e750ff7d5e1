/**
 * T15: random lives of a vault against a plain list. After every step the vault holds what it held before it or what the step
 * makes of it, by the way it had before or has since; and after damage, the last generation or the last but one.
 */
import fc from 'fast-check';
import type { Bytes } from '../../src/vault/bytes';
import { commitVault } from '../../src/vault/change';
import { dropUnneededDeviceKey } from '../../src/vault/device-key';
import { healVault } from '../../src/vault/heal';
import { rekeyUnderPassphrase, rewrapUnderPassphrase } from '../../src/vault/rekey';
import { openSnapshots } from '../../src/vault/remains';
import type { VaultPorts } from '../../src/vault/storage';
import type { UnlockedVault } from '../../src/vault/unlock';
import { copyOf, type Disk, portsOf, withFault } from './disk';
import { Fault } from './faulty';
import { DEVICE_WAY, unlockBy, type Way } from './look';
import { NOW_MS } from './memory-domain';
import { damaged, wouldOpen } from './sequence-damage';
import { anyStep, type Model, passphraseAt, type Step } from './sequence-steps';
import { DAY_MS, filledVault } from './stage';

interface Life {
  disk: Disk;
  /** The key of the session; undefined while locked. */
  session: Bytes | undefined;
  way: Way;
  model: Model;
  nowMs: number;
  /** The list as each generation of this epoch and its slots holds it. */
  readonly history: Map<number, Model>;
}

export interface SequencesAsked {
  readonly count: number;
  readonly steps: number;
  readonly seed: number;
}

export interface SequencesDone {
  readonly sequences: number;
  /** What differed, with the steps that lead to it; none where all is well. */
  readonly differences: readonly string[];
}

export async function runSequences({ count, steps, seed }: SequencesAsked): Promise<SequencesDone> {
  const lives = fc.array(anyStep, { minLength: steps, maxLength: steps });
  const property = fc.asyncProperty(fc.constantFrom(DEVICE_WAY, passphraseAt(0)), lives, async (way, all) => {
    await live(way, all);
  });
  // Two side by side: each waits for the cipher's threads half of the time.
  const halves = [Math.ceil(count / 2), Math.floor(count / 2)];
  const checked = await Promise.all(
    halves.map(async (numRuns, half) => await fc.check(property, { numRuns, seed: seed + half })),
  );
  return {
    sequences: checked.reduce((sum, { numRuns }) => sum + numRuns, 0),
    differences: checked.flatMap((details) =>
      details.failed ? [`${details.errorInstance}: ${fc.defaultReportMessage(details)}`] : [],
    ),
  };
}

export async function live(way: Way, steps: readonly Step[]): Promise<void> {
  const { disk, vaultKey } = await filledVault(
    way === DEVICE_WAY ? { kind: 'device' } : { kind: 'passphrase', passphrase: way },
  );
  const life: Life = { disk, session: vaultKey, way, model: [], nowMs: NOW_MS, history: new Map() };
  const start = await opened(life);
  life.model = modelOf(start);
  life.history.set(start.generation, life.model);
  for (const step of steps) {
    life.nowMs += DAY_MS / 10;
    if (step.do === 'lock') life.session = undefined;
    else if (step.do === 'corrupt') await corrupt(life, step);
    else await act(life, step);
  }
}

/** One step under its fault, and the look at what it left. */
async function act(life: Life, step: Exclude<Step, { do: 'lock' | 'corrupt' }>): Promise<void> {
  const key = life.session ?? (await unlockedKey(life));
  const fault = step.fault === null ? Fault.none() : new Fault(step.fault.kind, step.fault.at);
  const faulty = withFault(life.disk, fault);
  const { isDone, way, model } = await take(step, portsOf(faulty, life.nowMs), key, life);
  life.disk = copyOf(faulty);
  const seen = await settle(life, way, isDone);
  const left = modelOf(seen);
  const isAfter = same(left, model);
  if (!isAfter && (isDone || !same(left, life.model))) throw new Error(`${step.do} left ${JSON.stringify(left)}`);
  life.model = left;
  life.session = step.do === 'kill' ? undefined : seen.vaultKey;
  life.history.set(seen.generation, left);
}

interface Taken {
  readonly isDone: boolean;
  /** What opens it afterwards, if the step took effect, and what it then holds. */
  readonly way: Way;
  readonly model: Model;
}

async function take(
  step: Exclude<Step, { do: 'lock' | 'corrupt' }>,
  ports: VaultPorts,
  key: Bytes,
  { way, model }: Life,
): Promise<Taken> {
  switch (step.do) {
    case 'change':
    case 'kill': {
      const { ok } = await commitVault(ports, key, step.change.apply);
      return { isDone: ok, way, model: step.change.expected(model) };
    }
    case 'unlock': {
      const unlocked = await unlockBy(ports, way);
      if (unlocked !== undefined) await healVault(ports, unlocked.vaultKey);
      if (unlocked?.protection === 'passphrase') await dropUnneededDeviceKey(ports);
      return { isDone: unlocked !== undefined, way, model };
    }
    case 'rewrap':
    case 'rekey': {
      const next = passphraseAt(step.which);
      const change = step.do === 'rekey' ? rekeyUnderPassphrase : rewrapUnderPassphrase;
      return { isDone: (await change(ports, key, next)).ok, way: next, model };
    }
  }
}

/**
 * By what it opens now, and that the other way opens neither the vault nor a snapshot, once healed: until then a copy that
 * some earlier rewrap did not reach may still open the newest content.
 */
async function settle(life: Life, next: Way, isDone: boolean): Promise<UnlockedVault> {
  const before = life.way;
  if (next === before) return await opened(life);
  const { vaultKey } = (await unlockBy(portsOf(life.disk), next)) ?? (await opened(life));
  const healed = portsOf(copyOf(life.disk), life.nowMs);
  await healVault(healed, vaultKey);
  const isNext = (await unlockBy(healed, next)) !== undefined;
  if (isDone && !isNext) throw new Error('It is done, and does not open.');
  const refused = isNext ? before : next;
  if ((await unlockBy(healed, refused)) !== undefined) throw new Error('Both ways open it.');
  const snapshots = await openSnapshots(healed, refused === DEVICE_WAY ? undefined : refused);
  if (snapshots.ok) throw new Error('Both ways open a snapshot.');
  if (isNext) {
    life.way = next;
    life.history.clear();
  }
  return await opened(life);
}

/** One copy damaged or one domain wiped, where the vault promises to survive it: any other step may have come between. */
async function corrupt(life: Life, step: Extract<Step, { do: 'corrupt' }>): Promise<void> {
  const now = await opened(life);
  const after = damaged(life.disk, step.damage, step.bit);
  const left = await wouldOpen(after, now);
  const expected = left === undefined ? undefined : life.history.get(left);
  if (expected === undefined) return;
  life.disk = after;
  const seen = modelOf(await opened(life));
  if (!same(seen, expected)) throw new Error(`damage of ${step.damage} left ${JSON.stringify(seen)}`);
  life.model = seen;
  // A generation that was lost may be written again with other content only above the mark that remembers it.
  for (const generation of life.history.keys()) if (generation > (left ?? 0)) life.history.delete(generation);
}

async function unlockedKey(life: Life): Promise<Bytes> {
  const { vaultKey } = await opened(life);
  await healVault(portsOf(life.disk, life.nowMs), vaultKey);
  const again = await opened(life);
  life.history.set(again.generation, modelOf(again));
  return vaultKey;
}

async function opened({ disk, way }: Life): Promise<UnlockedVault> {
  const unlocked = await unlockBy(portsOf(disk), way);
  if (unlocked === undefined) throw new Error('It does not open.');
  return unlocked;
}

function modelOf({ content }: UnlockedVault): Model {
  return content.accounts.map(({ id, label }) => [id, label]);
}

function same(a: Model, b: Model): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
