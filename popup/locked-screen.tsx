/** A vault without its key. */
import { t } from '../src/ui/text';
import { UnlockForm } from '../src/ui/unlock-form';

export function LockedScreen() {
  return (
    <main class="screen" data-screen="locked">
      <h1>{t('lockedTitle')}</h1>
      <UnlockForm />
    </main>
  );
}
