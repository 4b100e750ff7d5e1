/**
 * As long as codes are corrected, a line says so: a computer whose clock was mended would make wrong ones by it. And the way
 * to the check, at the foot of the list, where the look of a person ends whose code was refused.
 */
import { correctionS } from '../src/ui/clock';
import { signedDuration } from '../src/ui/duration-text';
import { t } from '../src/ui/text';
import { stopCorrecting } from './acts';
import { turnTo } from './state';

const checkClock = () => turnTo({ name: 'check-clock' });

export function ClockLine() {
  if (correctionS.value === 0) return null;
  return (
    <p class="list-line small soft" data-show="clock-line">
      {t('clockCorrected', signedDuration(correctionS.value))}
      <button type="button" class="inline" data-do="check-clock-again" onClick={checkClock}>
        {t('clockCheckAgain')}
      </button>
      <button type="button" class="inline" data-do="stop-correcting" onClick={() => void stopCorrecting()}>
        {t('undo')}
      </button>
    </p>
  );
}

export function ClockFoot() {
  // The line has the same.
  if (correctionS.value !== 0) return null;
  return (
    <p class="list-foot small soft">
      <button type="button" class="inline" data-do="check-clock" onClick={checkClock}>
        {t('clockRefused')}
      </button>
    </p>
  );
}
