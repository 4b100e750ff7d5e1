/** Locks when the unlock has lasted its time, when nobody has touched the computer for 15 minutes, and with its screen (which Firefox never tells). */
import { lock, lockWhenDue } from '../app/lock';
import { LOCK_ALARM } from '../app/names';
import { onAlarm } from '../platform/alarms';
import { onIdle } from '../platform/idle';

const IDLE_SECONDS = 15 * 60;

export function lockByItself(): void {
  onAlarm(LOCK_ALARM, () => void lockWhenDue(Date.now()));
  onIdle(IDLE_SECONDS, () => void lock());
}
