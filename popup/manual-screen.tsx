/** An account typed by hand. */
import { ManualForm } from '../src/ui/manual-form';
import { t } from '../src/ui/text';
import { turnTo } from './state';
import { receive } from './tasks';

export function ManualScreen() {
  return (
    <main class="screen" data-screen="manual">
      <h1>{t('manualTitle')}</h1>
      <ManualForm onReady={(account) => void receive([account])} onBack={() => turnTo(undefined)} />
    </main>
  );
}
