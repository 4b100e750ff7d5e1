/** From "this device only" to a passphrase. */
import { protect } from '../src/ui/account-tasks';
import { NewPassphraseForm } from '../src/ui/new-passphrase-form';
import { t } from '../src/ui/text';
import { endTask, turnTo } from './state';

export function ProtectScreen() {
  return (
    <main class="screen" data-screen="protect">
      <h1>{t('protectTitle')}</h1>
      <p>{t('protectText')}</p>
      <NewPassphraseForm
        action={t('protect')}
        onChoose={(passphrase) => void protect(passphrase).then((isDone) => isDone && endTask())}
        onBack={() => turnTo(undefined)}
      />
      <p class="soft small">{t('protectOldBytes')}</p>
    </main>
  );
}
