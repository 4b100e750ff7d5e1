/** Corrects codes for this computer's clock, on every page of Halfminute at once, or goes back to the clock alone. */
import { keepCorrection } from '../app/clock-correction';
import { applyLook } from './look';
import { say, sayFailure } from './page-state';
import { t } from './text';

/** False where it could not be kept, which is said. */
export async function correctCodes(seconds: number): Promise<boolean> {
  const kept = await keepCorrection(seconds);
  await applyLook();
  if (kept.ok) say(t(seconds === 0 ? 'clockUncorrected' : 'clockNowCorrected'));
  else await sayFailure(kept.error);
  return kept.ok;
}
