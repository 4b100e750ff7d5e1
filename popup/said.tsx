/** What the list says of what was done, over its lower edge: nothing moves for it. A screen reader hears it in one place. */
import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { accountCount } from '../src/ui/amounts';
import { notice } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { FillProgress } from './fill-progress';
import { filling } from './filling';
import { groupId, listed, query } from './listing';
import { speak, spoken } from './spoken';
import './list-later.css';

export function Said() {
  useEffect(() => {
    const stops = [effect(speakNotice), effect(speakCount)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const now = notice.value;
  const isBad = now?.tone === 'bad';
  const undo = now?.undo;
  return (
    <div class="said">
      {filling.value !== undefined && <FillProgress />}
      {now !== undefined && (
        <div class={`notice ${now.tone}`}>
          <p role={isBad ? 'alert' : undefined} data-show={isBad ? 'error' : 'notice'}>
            {now.text}
          </p>
          {undo !== undefined && (
            <button type="button" class="button small" data-do="undo" onClick={() => void undo()}>
              {t('undo')}
            </button>
          )}
        </div>
      )}
      <p class="sr-only" role="status" data-show="spoken">
        {spoken.value}
      </p>
    </div>
  );
}

/** Bad news speaks for itself. */
function speakNotice(): void {
  const now = notice.value;
  if (now !== undefined && now.tone !== 'bad') speak(now.text);
}

function speakCount(): void {
  const count = listed.value.length;
  if (query.value.trim() === '' && groupId.value === undefined) return;
  speak(count === 0 ? t('searchNothing') : t('searchFound', accountCount(count)));
}
