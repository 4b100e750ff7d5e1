/** The second choice for the first account: no passphrase. Says what that protects from, and from what it does not. */
import { Notice } from '../src/ui/notice';
import { busy, notice } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { type FirstAccounts, turnTo } from './state';
import { saveFirst } from './tasks';

export function KeepHereScreen({ first }: { readonly first: FirstAccounts }) {
  const isBusy = busy.value !== undefined;
  return (
    <main class="screen" data-screen="keep-here">
      <h1>{t('keepHereTitle')}</h1>
      <p>{t('keepHereText')}</p>
      <ul class="points">
        <li>{t('keepHereRisk')}</li>
        <li>{t('keepHereLoss')}</li>
        <li>{t('keepHereLater')}</li>
      </ul>
      <Notice notice={notice.value} />
      <div class="actions">
        <button
          type="button"
          class="button"
          data-do="back"
          disabled={isBusy}
          onClick={() => turnTo({ name: 'choose-passphrase', first })}
        >
          {t('back')}
        </button>
        <button
          type="button"
          class="button"
          data-do="create-here"
          disabled={isBusy}
          onClick={() => void saveFirst(first, undefined)}
        >
          {t('keepHere')}
        </button>
      </div>
    </main>
  );
}
