/** A vault without its key. */
import { t } from '../src/ui/text';
import { UnlockForm } from '../src/ui/unlock-form';
import { showBackups } from './tasks';

export function LockedScreen() {
  return (
    <main class="screen" data-screen="locked">
      <h1>{t('lockedTitle')}</h1>
      <UnlockForm />
      <button type="button" class="button quiet" data-do="open-recovery" onClick={() => void showBackups()}>
        {t('cantGetIn')}
      </button>
    </main>
  );
}
