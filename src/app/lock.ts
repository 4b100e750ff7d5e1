/** Locking: by hand, at the deadline, when nobody is there. Every open page blanks itself when the key goes. */
import { dropSessionKey, findSessionKey } from './session-key';

export async function lock(): Promise<void> {
  await dropSessionKey();
}

/** Reading the key checks its deadline, and drops it when its time is over. */
export async function lockWhenDue(nowMs: number): Promise<void> {
  await findSessionKey(nowMs);
}
