/** What a fill waits for. The seconds are the clock's, and told to a screen reader once. */
import { useEffect } from 'preact/hooks';
import { codeNowMs, nowMs } from '../src/ui/clock';
import { t } from '../src/ui/text';
import { cancelFill, filling } from './filling';
import { speak } from './spoken';

const QUICK_MS = 500;

export function FillProgress() {
  const now = filling.value;
  const isWaiting = now?.untilMs !== undefined;
  useEffect(() => {
    if (isWaiting) speak(t('waitingNextSpoken'));
  }, [isWaiting]);
  if (now === undefined) return null;
  if (now.untilMs === undefined)
    return nowMs.value - now.sinceMs < QUICK_MS ? null : (
      <div class="notice plain">
        <p>{t('filling')}</p>
      </div>
    );
  // Read for its effect: it tells the seconds, and may lag behind by almost one.
  nowMs.value;
  const seconds = Math.max(1, Math.ceil((now.untilMs - codeNowMs()) / 1000));
  return (
    <div class="notice plain" data-show="waiting-next">
      <p>{t('waitingNext', String(seconds))}</p>
      <button type="button" class="button small" data-do="cancel-fill" onClick={cancelFill}>
        {t('cancel')}
      </button>
    </div>
  );
}
