/** Setting a passphrase, and what is said of it: all that is true, whatever happened meanwhile. */
import {
  changePassphrase,
  type PassphraseSet,
  protectWithPassphrase,
  type SetPassphraseFailure,
} from '../app/passphrase';
import { listSetAside } from '../app/recovery';
import type { Result } from '../result';
import { refresh, say, sayFailure, sayWarning, whileBusy } from './page-state';
import { type TextKey, t } from './text';

export type SetOutcome = 'done' | 'not-confirmed' | 'failed';

/** From "this device only" to a passphrase. */
export async function protect(passphrase: string): Promise<SetOutcome> {
  const done = (await isAnythingAside()) ? 'protectedNoticeAside' : 'protectedNotice';
  return await set(() => protectWithPassphrase(passphrase), done, 'protectedNotMirrored');
}

export async function change(passphrase: string, isOldOneKnown: boolean): Promise<SetOutcome> {
  const rekeyed = (await isAnythingAside()) ? 'passphraseRekeyedAside' : 'passphraseRekeyed';
  const done = isOldOneKnown ? rekeyed : 'passphraseChanged';
  return await set(() => changePassphrase(passphrase, isOldOneKnown), done, 'passphraseNotMirrored');
}

/** It was sealed before, and no new key reaches it. */
export async function isAnythingAside(): Promise<boolean> {
  const found = await listSetAside();
  return found.ok && found.value.length > 0;
}

async function set(
  work: () => Promise<Result<PassphraseSet, SetPassphraseFailure>>,
  done: TextKey,
  notMirrored: TextKey,
): Promise<SetOutcome> {
  let outcome: SetOutcome = 'failed';
  await whileBusy('change', async () => {
    const passphraseSet = await work();
    if (!passphraseSet.ok) {
      if (passphraseSet.error.kind === 'not-confirmed') outcome = 'not-confirmed';
      return await sayFailure(passphraseSet.error);
    }
    outcome = 'done';
    const { isMirrored, isLocked } = passphraseSet.value;
    // What is said before the page shows the lock goes with it.
    if (isLocked) await refresh();
    const said = [t(isMirrored ? done : notMirrored), ...(isLocked ? [t('lockedMeanwhile')] : [])].join(' ');
    if (isMirrored) say(said);
    else sayWarning(said);
  });
  return outcome;
}
