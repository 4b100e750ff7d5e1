/** As long as codes are corrected, the settings say so too; the check itself is the popup's, which stands in front of a site. */
import { correctionS } from '../src/ui/clock';
import { correctCodes } from '../src/ui/correction-tasks';
import { signedDuration } from '../src/ui/duration-text';
import { t } from '../src/ui/text';

export function ClockLine() {
  if (correctionS.value === 0) return null;
  return (
    <p class="small soft" data-show="clock-line">
      {t('clockCorrected', signedDuration(correctionS.value))}{' '}
      <button type="button" class="inline" data-do="stop-correcting" onClick={() => void correctCodes(0)}>
        {t('undo')}
      </button>
    </p>
  );
}
