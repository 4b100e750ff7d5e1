/** From "this device only" to a passphrase. */
import { NewPassphraseForm } from '../src/ui/new-passphrase-form';
import { t } from '../src/ui/text';
import { turnTo } from './state';
import { protect } from './tasks';

export function ProtectScreen() {
  return (
    <main class="screen" data-screen="protect">
      <h1>{t('protectTitle')}</h1>
      <p>{t('protectText')}</p>
      <NewPassphraseForm
        action={t('protect')}
        onChoose={(passphrase) => void protect(passphrase)}
        onBack={() => turnTo(undefined)}
      />
      <p class="soft small">{t('protectOldBytes')}</p>
    </main>
  );
}
