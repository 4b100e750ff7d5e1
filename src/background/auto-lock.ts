/**
 * Locks when the unlock has lasted its time, when nobody has touched the computer for 15 minutes, with its screen (which
 * Firefox never tells), by the keyboard command, and when Halfminute was updated.
 */
import { lock, lockWhenDue } from '../app/lock';
import { LOCK_ALARM, LOCK_COMMAND } from '../app/names';
import { onAlarm } from '../platform/alarms';
import { onCommand } from '../platform/commands';
import { onIdle } from '../platform/idle';
import { onInstalled } from '../platform/runtime';

const IDLE_SECONDS = 15 * 60;

export function lockByItself(): void {
  onAlarm(LOCK_ALARM, () => void lockWhenDue(Date.now()));
  onIdle(IDLE_SECONDS, () => void lock());
  onCommand(LOCK_COMMAND, () => void lock());
  onInstalled(() => void lock());
}
