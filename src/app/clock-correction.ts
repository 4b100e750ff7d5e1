/** The correction of codes for this computer's clock: plain, and neither in the vault nor in backups, which go elsewhere. */
import { removeStored, writeStored } from '../platform/storage';
import { err, ok, type Result } from '../result';
import { CLOCK_KEY } from './names';

export type CorrectionFailure = { readonly kind: 'storage-failed' };

/** `correctionS`: whole seconds, a day at most; 0 takes it away. */
export async function keepCorrection(correctionS: number): Promise<Result<void, CorrectionFailure>> {
  try {
    if (correctionS === 0) await removeStored('local', [CLOCK_KEY]);
    else await writeStored('local', { [CLOCK_KEY]: correctionS });
    return ok(undefined);
  } catch {
    return err({ kind: 'storage-failed' });
  }
}
