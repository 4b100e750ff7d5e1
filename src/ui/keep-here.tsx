/** The second choice for the first accounts: no passphrase. Says what that protects from, and from what it does not. */
import { Notice } from './notice';
import { busy, notice } from './page-state';
import { t } from './text';

interface Props {
  readonly onKeep: () => void;
  readonly onBack: () => void;
}

export function KeepHere({ onKeep, onBack }: Props) {
  const isBusy = busy.value !== undefined;
  return (
    <>
      <p>{t('keepHereText')}</p>
      <ul class="points">
        <li>{t('keepHereRisk')}</li>
        <li>{t('keepHereLoss')}</li>
        <li>{t('keepHereLater')}</li>
      </ul>
      <Notice notice={notice.value} />
      <div class="actions">
        <button type="button" class="button" data-do="back" disabled={isBusy} onClick={onBack}>
          {t('back')}
        </button>
        <button type="button" class="button" data-do="create-here" disabled={isBusy} onClick={onKeep}>
          {t('keepHere')}
        </button>
      </div>
    </>
  );
}
