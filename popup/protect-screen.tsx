/** From "this device only" to a passphrase. */
import type { UnlockedHome } from '../src/app/home';
import { ChosenPassphrase } from '../src/ui/chosen-passphrase';
import { protect } from '../src/ui/passphrase-tasks';
import { t } from '../src/ui/text';
import { endTask, turnTo } from './state';

export function ProtectScreen({ home }: { readonly home: UnlockedHome }) {
  return (
    <main class="screen" data-screen="protect">
      <h1>{t('protectTitle')}</h1>
      <p>{t('protectText')}</p>
      <ChosenPassphrase
        now={home}
        action={t('protect')}
        atStake={t('protectAtStake')}
        onChoose={protect}
        onDone={endTask}
        onBack={() => turnTo(undefined)}
      />
      <p class="soft small">{t('protectOldBytes')}</p>
    </main>
  );
}
