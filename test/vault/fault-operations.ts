/** Every operation of the vault that reads or writes, ready to be disturbed: what lies there before it, and what to look at. */
import type { StoredAccount } from '../../src/vault/account';
import { commitVault } from '../../src/vault/change';
import { type Credential, createVault } from '../../src/vault/create';
import { healVault } from '../../src/vault/heal';
import { markText } from '../../src/vault/mark';
import { raiseCost, rekeyUnderPassphrase, rewrapUnderPassphrase } from '../../src/vault/rekey';
import type { VaultPorts } from '../../src/vault/storage';
import { copyOf, type Disk, emptyDisk, portsOf } from './disk';
import { type Asked, DEVICE_WAY, look, unlockBy, type Way } from './look';
import { accountNamed, NOW_MS, PASSPHRASE, withPassphrase } from './memory-domain';
import { asideOperations } from './set-aside-operations';
import { DAY_MS, filledVault, withSnapshotsOfDays, withWeakSlot } from './stage';

export interface Answer {
  readonly ok: boolean;
}

export interface Prepared {
  readonly disk: Disk;
  run(ports: VaultPorts): Promise<Answer>;
  /** Equal for two disks that amount to the same. */
  look(disk: Disk): Promise<string>;
  readonly nowMs?: number;
  /** One failed call keeps nobody from it: a right passphrase is never called wrong. */
  readonly mustSucceed?: boolean;
}

export interface Operation {
  readonly name: string;
  prepare(): Promise<Prepared>;
}

const DEVICE: Credential = { kind: 'device' };
const NEW_WAY: Way = 'another good passphrase';
const LATER_MS = NOW_MS + 9 * DAY_MS;

function wayOf(credential: Credential): Way {
  return credential.kind === 'device' ? DEVICE_WAY : credential.passphrase;
}

/** On a vault of two accounts that opens by `credential`. */
function onVault(
  name: string,
  run: (ports: VaultPorts, vaultKey: Uint8Array<ArrayBuffer>) => Promise<Answer>,
  { credential = withPassphrase(), change = async () => {}, asked, ...rest }: OnVault = {},
): Operation {
  return {
    name,
    prepare: async () => {
      const { disk, vaultKey } = await filledVault(credential);
      await change(disk, vaultKey);
      const ways = asked ?? { ways: [wayOf(credential)] };
      return { disk, run: (ports) => run(ports, vaultKey), look: (left) => look(left, ways), ...rest };
    },
  };
}

interface OnVault extends Partial<Pick<Prepared, 'nowMs' | 'mustSucceed'>> {
  readonly credential?: Credential;
  readonly change?: (disk: Disk, vaultKey: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly asked?: Asked;
}

function making(credential: Credential): Operation {
  return {
    name: `make a vault (${credential.kind})`,
    prepare: async () => ({
      disk: emptyDisk(),
      run: (ports) => createVault(ports, { credential, accounts: [accountNamed('first', 1)] }),
      look: (left) => look(left, { ways: [wayOf(credential)] }),
    }),
  };
}

function adding(...accounts: readonly StoredAccount[]) {
  return (ports: VaultPorts, vaultKey: Uint8Array<ArrayBuffer>) =>
    commitVault(ports, vaultKey, (content) => ({ ...content, accounts: [...content.accounts, ...accounts] }));
}

const third = accountNamed('third', 3);
const wipeLocal = async ({ domain }: Disk) => domain.items.clear();
const wipeMirror = async ({ domain }: Disk) => domain.mirror.items.clear();

/** As a write leaves them that reached neither copy. */
async function markAhead({ domain }: Disk): Promise<void> {
  const { vault, epoch } = JSON.parse(String(domain.items.get('hw')));
  for (const { items } of [domain, domain.mirror]) items.set('hw', markText({ vault, epoch, gen: 7 }));
}

const commits: readonly Operation[] = [
  onVault('commit', adding(third)),
  onVault('commit on this device', adding(third), { credential: DEVICE }),
  onVault('commit, the first of a day', adding(third), { nowMs: LATER_MS }),
  onVault('commit of many, with five snapshots there', adding(third, accountNamed('fourth', 4)), {
    change: withSnapshotsOfDays,
    nowMs: LATER_MS,
  }),
  onVault('commit after the local domain was lost', adding(third), { change: wipeLocal }),
  onVault('commit after the mirror was lost', adding(third), { change: wipeMirror }),
];

const heals: readonly Operation[] = [
  onVault('heal the local domain', healVault, { change: wipeLocal }),
  onVault('heal the mirror', healVault, { change: wipeMirror }),
  onVault('heal one damaged copy', healVault, {
    change: async ({ domain }) => void domain.items.set('vb', 'damaged'),
  }),
  onVault('tell of an older state', healVault, { change: markAhead }),
];

const newWays: readonly Operation[] = [withPassphrase(), DEVICE].flatMap((credential) => {
  const ways = [NEW_WAY, wayOf(credential)];
  const change = (disk: Disk, vaultKey: Uint8Array<ArrayBuffer>) => withSnapshotsOfDays(disk, vaultKey, 2);
  const options = { credential, change, nowMs: LATER_MS };
  return [
    onVault(`rekey (${credential.kind})`, (ports, key) => rekeyUnderPassphrase(ports, key, NEW_WAY), {
      ...options,
      asked: { ways, withSnapshots: true },
    }),
    onVault(`rewrap (${credential.kind})`, (ports, key) => rewrapUnderPassphrase(ports, key, NEW_WAY), {
      ...options,
      asked: { ways, withSnapshots: true, isRewrap: true },
    }),
  ];
});

const raising = onVault('raise the cost', (ports, key) => raiseCost(ports, key, PASSPHRASE), {
  change: withWeakSlot,
  asked: { ways: [PASSPHRASE], withSnapshots: true },
});

/** The device's key is healed on the way, so the disk may change. */
const unlocks: readonly Operation[] = [withPassphrase(), DEVICE].map((credential) =>
  onVault(
    `unlock (${credential.kind})`,
    async (ports) => ({ ok: (await unlockBy(ports, wayOf(credential))) !== undefined }),
    { credential, mustSucceed: true },
  ),
);

export const OPERATIONS: readonly Operation[] = [
  ...commits,
  making(withPassphrase()),
  making(DEVICE),
  ...heals,
  ...newWays,
  raising,
  ...asideOperations,
  ...unlocks,
];

export async function lookAfter({ disk, run, look: see, nowMs }: Prepared): Promise<string> {
  const left = copyOf(disk);
  const answer = await run(portsOf(left, nowMs));
  if (!answer.ok) throw new Error('It fails without any fault.');
  return await see(left);
}
