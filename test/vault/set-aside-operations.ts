/** What takes a vault away, brings one back or gives one up for good, ready to be disturbed. */
import { newContent } from '../../src/vault/content';
import { replaceVault } from '../../src/vault/create';
import { openSnapshots, restoreSnapshot } from '../../src/vault/remains';
import { deleteSetAside, setAsideText, startOver } from '../../src/vault/set-aside';
import { copyOf, type Disk, portsOf } from './disk';
import type { Operation } from './fault-operations';
import { DEVICE_WAY, look, type Way } from './look';
import { accountNamed, NOW_MS, PASSPHRASE, withPassphrase } from './memory-domain';
import { filledVault, withSnapshotsOfDays } from './stage';

const NEW_WAY: Way = 'the passphrase of the file';
const OLD_KEY = `old-${NOW_MS}`;

/** Whether all that stood there is kept byte for byte, with a key that opens it where it needs one. */
function isKept({ domain, cells }: Disk, text: string, deviceKey: unknown): boolean {
  const keys = cells.map((cell) => cell.kept.get(OLD_KEY));
  return domain.items.get(OLD_KEY) === text && (deviceKey === undefined || keys.includes(deviceKey));
}

/** Before: it opens as it did. After: no copy opens, and everything is kept. */
function startingOver(way: Way): Operation {
  return {
    name: `start over (${way === DEVICE_WAY ? 'device' : 'passphrase'})`,
    prepare: async () => {
      const { disk } = await filledVault(way === DEVICE_WAY ? { kind: 'device' } : withPassphrase());
      const [text, deviceKey] = [await setAsideText(disk.domain), disk.cells[0]?.stored];
      const opens = await look(disk, { ways: [way] });
      return {
        disk,
        run: startOver,
        look: async (left) => {
          const now = await look(left, { ways: [way] });
          return now === opens ? now : `gone, ${isKept(left, text, deviceKey) ? 'all' : 'not all'} of it kept`;
        },
      };
    },
  };
}

/** Before: nothing opens, but its snapshots do. After: the vault opens again, and what stood there is kept. */
const restoring: Operation = {
  name: 'restore a snapshot',
  prepare: async () => {
    const { disk, vaultKey } = await filledVault(withPassphrase());
    await withSnapshotsOfDays(disk, vaultKey);
    for (const key of ['va', 'vb']) disk.domain.items.set(key, `damaged ${key}`);
    disk.domain.mirror.items.clear();
    const text = await setAsideText(disk.domain);
    return {
      disk,
      run: (ports) => restoreSnapshot(ports, vaultKey, 's2'),
      look: async (left) => {
        const now = await look(left, { ways: [PASSPHRASE], withSnapshots: true });
        const isBack = now.startsWith('now');
        const opened = await openSnapshots(portsOf(copyOf(left)), PASSPHRASE);
        const snapshots = opened.ok ? opened.value.snapshots.length : 0;
        return `${now}; ${snapshots} snapshots; ${!isBack || isKept(left, text, undefined) ? '' : 'not '}kept`;
      },
    };
  },
};

/** Before: the old vault opens. After: the new one does, and the old one is kept. */
function replacing(way: Way): Operation {
  return {
    name: `a backup in its place (${way === DEVICE_WAY ? 'device' : 'passphrase'})`,
    prepare: async () => {
      const { disk, vaultKey } = await filledVault(way === DEVICE_WAY ? { kind: 'device' } : withPassphrase());
      await withSnapshotsOfDays(disk, vaultKey);
      const text = await setAsideText(disk.domain);
      return {
        disk,
        run: (ports) => replaceVault(ports, NEW_WAY, newContent([accountNamed('from the file', 7)])),
        look: async (left) => {
          const now = await look(left, { ways: [NEW_WAY, way] });
          return `${now}; ${now.startsWith(`now ${way}`) || isKept(left, text, undefined) ? '' : 'not '}kept`;
        },
      };
    },
  };
}

/** Before: all of it is there. After: the text is gone; the key that opened it may be left to nobody's use. */
const deleting: Operation = {
  name: 'delete what was set aside',
  prepare: async () => {
    const { disk } = await filledVault({ kind: 'device' });
    const deviceKey = disk.cells[0]?.stored;
    const ports = portsOf(disk);
    const text = await setAsideText(disk.domain);
    if (!(await startOver(ports)).ok) throw new Error('It does not start over.');
    return {
      disk,
      run: (faulty) => deleteSetAside(faulty, OLD_KEY),
      look: async (left) => {
        if (!left.domain.items.has(OLD_KEY)) return 'gone';
        return isKept(left, text, deviceKey) ? 'kept' : 'kept in part';
      },
    };
  },
};

export const asideOperations: readonly Operation[] = [
  startingOver(PASSPHRASE),
  startingOver(DEVICE_WAY),
  restoring,
  replacing(PASSPHRASE),
  replacing(DEVICE_WAY),
  deleting,
];
