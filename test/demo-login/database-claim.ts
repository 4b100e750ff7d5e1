/**
 * Who may open a database file. The driver locks by making the directory FILE.lock; a killed process leaves it
 * behind, and from then on every open says "database is locked".
 * The lock itself does not tell whose it is, so a site writes its process id into FILE.pid while it runs: with that,
 * a lock left by the dead is told from one held by the living, and two sites never share a file.
 */
import { readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { StartRefusal } from './start-refusal';

const claimedHere = new Set<string>();

export interface FileClaim {
  release(): void;
}

export function claimFile(file: string): FileClaim {
  const path = resolve(file);
  const pidFile = `${path}.pid`;
  if (!tryCreate(pidFile)) {
    const owner = readOwner(pidFile);
    if (isRunning(owner, path)) {
      throw new StartRefusal(`${file} is in use by process ${owner}. Stop that one, or name another file.`);
    }
    rmSync(pidFile, { force: true });
    if (!tryCreate(pidFile)) throw new StartRefusal(`${file} was opened by another process just now.`);
  }
  claimedHere.add(path);
  removeEmptyDirectory(`${path}.lock`);
  return {
    release: () => {
      claimedHere.delete(path);
      rmSync(pidFile, { force: true });
    },
  };
}

function tryCreate(pidFile: string): boolean {
  try {
    writeFileSync(pidFile, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    if (hasCode(error, 'ENOENT') || hasCode(error, 'EACCES') || hasCode(error, 'EROFS')) {
      throw new StartRefusal(`Nothing can be written beside ${pidFile.slice(0, -'.pid'.length)}. Name another file.`);
    }
    throw error;
  }
}

function readOwner(pidFile: string): number {
  return Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
}

/** Containers hand out the same small ids again and again: our own id counts only if this very process holds the file. */
function isRunning(pid: number, path: string): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return claimedHere.has(path);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function removeEmptyDirectory(path: string): void {
  try {
    rmdirSync(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
