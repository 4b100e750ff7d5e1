/** What a disk amounts to, as one text: what opens, by what, now and after the next unlock has healed it. */
import { healVault } from '../../src/vault/heal';
import { openSnapshots } from '../../src/vault/remains';
import type { VaultPorts } from '../../src/vault/storage';
import { type UnlockedVault, unlockOnDevice, unlockVault } from '../../src/vault/unlock';
import { findVault } from '../../src/vault/vault';
import { copyOf, type Disk, localAlone, mirrorAlone, portsOf } from './disk';

/** A passphrase, or this device's own key. */
export type Way = string;
export const DEVICE_WAY: Way = 'device';

export interface Asked {
  /** What may open it, newest first. */
  readonly ways: readonly Way[];
  /**
   * The key is the same under each of them: before healing, a copy that was not reached yet may still open the newest
   * content by the way before.
   */
  readonly isRewrap?: boolean;
  /** Snapshots must open by what opens the vault. Elsewhere a write may take one, or give them up for want of room. */
  readonly withSnapshots?: boolean;
}

export async function unlockBy(ports: VaultPorts, way: Way): Promise<UnlockedVault | undefined> {
  const unlocked = way === DEVICE_WAY ? await unlockOnDevice(ports) : await unlockVault(ports, way);
  return unlocked.ok ? unlocked.value : undefined;
}

/** Two looks are equal where nothing that matters differs. */
export async function look(disk: Disk, asked: Asked): Promise<string> {
  const left = copyOf(disk);
  const now = await opened(left, asked.ways);
  const snapshots = asked.withSnapshots ? await waysOfSnapshots(left, asked.ways) : 'not asked';
  const [newest] = now;
  if (newest === undefined) return `nothing opens: ${await foundIn(left)}; snapshots ${snapshots}`;
  const healed = await healVault(portsOf(left), newest.vault.vaultKey);
  if (!healed.ok) return `not healed: ${healed.error.kind}`;
  const again = await healVault(portsOf(left), newest.vault.vaultKey);
  return [
    `now ${textOf(asked.isRewrap ? now.map((one) => ({ ...one, way: newest.way })) : now)}`,
    `healed ${again.ok && again.value === undefined ? 'once' : 'again'}`,
    `local ${textOf(await opened(localAlone(left), asked.ways))}`,
    `mirror ${textOf(await opened(mirrorAlone(left), asked.ways))}`,
    `snapshots ${snapshots}`,
  ].join('; ');
}

interface Opened {
  readonly way: Way;
  readonly vault: UnlockedVault;
}

async function opened(disk: Disk, ways: readonly Way[]): Promise<readonly Opened[]> {
  const all: Opened[] = [];
  for (const way of ways) {
    const vault = await unlockBy(portsOf(disk), way);
    if (vault !== undefined) all.push({ way, vault });
  }
  return all;
}

/** Each content once, and what opens it. */
function textOf(all: readonly Opened[]): string {
  const one = all.map(({ way, vault }) => `${way}: ${vault.content.accounts.map(({ label }) => label).join()}`);
  return [...new Set(one)].join(' and ');
}

async function foundIn(disk: Disk): Promise<string> {
  const found = await findVault(disk.domain);
  return found.ok ? found.value : found.error.kind;
}

async function waysOfSnapshots(disk: Disk, ways: readonly Way[]): Promise<string> {
  const opening: Way[] = [];
  for (const way of ways) {
    const snapshots = await openSnapshots(portsOf(disk), way === DEVICE_WAY ? undefined : way);
    if (snapshots.ok) opening.push(way);
  }
  return opening.join();
}
