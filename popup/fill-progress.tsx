/** What a fill waits for. The seconds are the clock's, and told to a screen reader once. */
import { nowMs } from '../src/ui/clock';
import { t } from '../src/ui/text';
import { cancelFill, filling } from './filling';

const QUICK_MS = 500;

export function FillProgress() {
  const now = filling.value;
  if (now === undefined) return null;
  if (now.untilMs === undefined)
    return nowMs.value - now.sinceMs < QUICK_MS ? null : (
      <div class="notice plain">
        <p role="status">{t('filling')}</p>
      </div>
    );
  // Read for its effect: it tells the seconds, and may lag behind by almost one.
  nowMs.value;
  const seconds = Math.max(1, Math.ceil((now.untilMs - Date.now()) / 1000));
  return (
    <div class="notice plain" data-show="waiting-next">
      <p role="status">
        <span class="sr-only">{t('waitingNextSpoken')}</span>
        <span aria-hidden="true">{t('waitingNext', String(seconds))}</span>
      </p>
      <button type="button" class="button small" data-do="cancel-fill" onClick={cancelFill}>
        {t('cancel')}
      </button>
    </div>
  );
}
