// No browser and no profile outlives the test process, however it ends (other than by SIGKILL).
const duties = new Set<() => void>();
let isListening = false;

function discharge(): void {
  // Last in, first out: a browser ends before its profile is erased.
  for (const duty of [...duties].reverse()) duty();
  duties.clear();
}

function onSignal(signal: NodeJS.Signals): void {
  discharge();
  // Ours was the listener that kept the signal from ending the process: unless someone else listens, let it.
  process.removeListener(signal, onSignal);
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

/** Calls `duty` (synchronous) when this process ends first; the returned function takes that back. */
export function beforeExit(duty: () => void): () => void {
  if (!isListening) {
    isListening = true;
    process.on('exit', discharge);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  }
  duties.add(duty);
  return () => duties.delete(duty);
}
