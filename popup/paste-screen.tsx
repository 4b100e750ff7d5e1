/** A set-up link or a secret key instead of a scan. */
import { LinkForm } from '../src/ui/link-form';
import { t } from '../src/ui/text';
import { turnTo } from './state';
import { paste } from './tasks';

export function PasteScreen() {
  return (
    <main class="screen" data-screen="paste">
      <h1>{t('pasteLinkTitle')}</h1>
      <LinkForm onText={(text) => void paste(text)} onBack={() => turnTo(undefined)} isFocused />
      <button type="button" class="button quiet" data-do="manual" onClick={() => turnTo({ name: 'manual' })}>
        {t('manualInstead')}
      </button>
    </main>
  );
}
