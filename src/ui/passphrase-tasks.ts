/** Setting a passphrase, and what is said of it. */
import { type ChangePassphraseFailure, changePassphrase } from '../app/passphrase';
import { type ProtectFailure, protectWithPassphrase } from '../app/unlock';
import type { Result } from '../result';
import { say, sayFailure, whileBusy } from './page-state';
import { type TextKey, t } from './text';

export type SetOutcome = 'done' | 'not-confirmed' | 'failed';

/** From "this device only" to a passphrase. */
export async function protect(passphrase: string): Promise<SetOutcome> {
  return await set(() => protectWithPassphrase(passphrase), 'protectedNotice');
}

export async function change(passphrase: string, isOldOneKnown: boolean): Promise<SetOutcome> {
  const done = isOldOneKnown ? 'passphraseRekeyed' : 'passphraseChanged';
  return await set(() => changePassphrase(passphrase, isOldOneKnown), done);
}

async function set(
  work: () => Promise<Result<void, ChangePassphraseFailure | ProtectFailure>>,
  done: TextKey,
): Promise<SetOutcome> {
  let outcome: SetOutcome = 'failed';
  await whileBusy('change', async () => {
    const passphraseSet = await work();
    if (passphraseSet.ok) {
      outcome = 'done';
      return say(t(done));
    }
    if (passphraseSet.error.kind === 'not-confirmed') outcome = 'not-confirmed';
    sayFailure(passphraseSet.error);
  });
  return outcome;
}
