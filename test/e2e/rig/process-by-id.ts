export function isRunning(processId: number): boolean {
  return signal(processId, 0);
}

export function killProcess(processId: number): void {
  signal(processId, 'SIGKILL');
}

// Whether there was a process to take the signal.
function signal(processId: number, kind: 0 | NodeJS.Signals): boolean {
  try {
    return process.kill(processId, kind);
  } catch {
    return false;
  }
}
