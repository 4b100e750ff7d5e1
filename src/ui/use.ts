/** A page that is used keeps Halfminute from locking, where the person chose that it locks when it is not. */
import { noteUse } from '../app/session-key';

const LEAST_BETWEEN_MS = 5000;

export function followUse(): void {
  let lastMs = 0;
  const note = () => {
    const nowMs = Date.now();
    if (Math.abs(nowMs - lastMs) < LEAST_BETWEEN_MS) return;
    lastMs = nowMs;
    // A use that can't be noted locks earlier, and that is all.
    noteUse(nowMs).catch(() => undefined);
  };
  addEventListener('pointerdown', note, true);
  addEventListener('keydown', note, true);
  note();
}
