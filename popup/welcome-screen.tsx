/** No account yet: teaches the first scan. */
import { useEffect } from 'preact/hooks';
import { warmScanner } from '../src/app/scan-picture';
import { Icon } from '../src/ui/icon';
import { Notice } from '../src/ui/notice';
import { busy, notice } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { turnTo } from './state';
import { scan, showBackups } from './tasks';

export function WelcomeScreen() {
  // There is no account yet: a scan is what comes next.
  useEffect(warmScanner, []);
  return (
    <main class="screen" data-screen="welcome">
      <h1>{t('welcomeTitle')}</h1>
      <p>{t('welcomeText')}</p>
      <Notice notice={notice.value} />
      <div class="stack">
        <button
          type="button"
          class="button primary wide"
          data-do="scan"
          disabled={busy.value !== undefined}
          onClick={() => void scan()}
        >
          <Icon name="scan" />
          {t(busy.value === 'scan' ? 'scanning' : 'scanPage')}
        </button>
        <button type="button" class="button wide" data-do="paste" onClick={() => turnTo({ name: 'paste' })}>
          <Icon name="link" />
          {t('pasteOrType')}
        </button>
      </div>
      <p class="soft small">{t('welcomeSafe')}</p>
      <button type="button" class="button quiet" data-do="restore-backup" onClick={() => void showBackups()}>
        {t('restoreBackup')}
      </button>
    </main>
  );
}
