import { eventually } from './eventually';

function isRunning(processId: number): boolean {
  return signal(processId, 0);
}

export function killProcess(processId: number): void {
  signal(processId, 'SIGKILL');
}

/** A browser's connection ends before its process does, which writes to its profile to the last. */
export async function processToEnd(processId: number): Promise<void> {
  await eventually(
    () => !isRunning(processId),
    () => `process ${processId} to end`,
  );
}

// Whether there was a process to take the signal.
function signal(processId: number, kind: 0 | NodeJS.Signals): boolean {
  try {
    return process.kill(processId, kind);
  } catch {
    return false;
  }
}
