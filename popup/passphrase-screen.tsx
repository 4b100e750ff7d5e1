/** The first account makes the vault: a passphrase is chosen for it, or, as a deliberate second choice, none. */
import { NewPassphraseForm } from '../src/ui/new-passphrase-form';
import { busy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { type FirstAccounts, turnTo } from './state';
import { saveFirst } from './tasks';

export function PassphraseScreen({ first }: { readonly first: FirstAccounts }) {
  return (
    <main class="screen" data-screen="passphrase">
      <h1>{t('choosePassphraseTitle')}</h1>
      <p>{t('choosePassphraseText')}</p>
      <NewPassphraseForm
        action={t('createVault')}
        onChoose={(passphrase) => void saveFirst(first, passphrase)}
        onBack={() => turnTo(undefined)}
      />
      <button
        type="button"
        class="button quiet"
        data-do="keep-here"
        disabled={busy.value !== undefined}
        onClick={() => turnTo({ name: 'keep-here', first })}
      >
        {t('keepHereInstead')}
      </button>
    </main>
  );
}
