/** The second choice for the first account: no passphrase. Says what that protects from, and from what it does not. */
import type { Account } from '../src/app/account';
import { Notice } from '../src/ui/notice';
import { busy, notice } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { turnTo } from './state';
import { saveFirst } from './tasks';

export function KeepHereScreen({ account }: { readonly account: Account }) {
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
          onClick={() => turnTo({ name: 'choose-passphrase', account })}
        >
          {t('back')}
        </button>
        <button
          type="button"
          class="button"
          data-do="create-here"
          disabled={isBusy}
          onClick={() => void saveFirst(account, undefined)}
        >
          {t('keepHere')}
        </button>
      </div>
    </main>
  );
}
