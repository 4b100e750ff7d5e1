/** Asks once more before everything that is stored is set aside. */
import { startOverHere } from '../src/app/recovery';
import { Notice } from '../src/ui/notice';
import { busy, notice, say, sayFailure, whileBusy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { onUnreadable } from './on-unreadable';

export function StartOver({ onEnd }: { readonly onEnd: () => void }) {
  const isBusy = busy.value !== undefined;
  return (
    <>
      <p>{t('startOverSurely')}</p>
      <Notice notice={notice.value} />
      <div class="actions">
        <button type="button" class="button" data-do="back" disabled={isBusy} onClick={onEnd}>
          {t('back')}
        </button>
        <button
          type="button"
          class="button danger"
          data-do="start-over-surely"
          disabled={isBusy}
          onClick={() => void startOver()}
        >
          {t('startOver')}
        </button>
      </div>
    </>
  );
}

async function startOver(): Promise<void> {
  await whileBusy('change', async () => {
    const started = await startOverHere(onUnreadable());
    if (started.ok) say(t('startedOver'));
    else await sayFailure(started.error);
  });
}
