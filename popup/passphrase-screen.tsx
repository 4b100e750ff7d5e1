/** The first accounts make the vault: under which passphrase? */
import type { FirstAccounts } from '../src/app/save';
import { FirstPassphrase } from '../src/ui/first-passphrase';
import { saveFirst } from '../src/ui/pending-tasks';
import { t } from '../src/ui/text';
import { endWithSaved, turnTo } from './state';

export function PassphraseScreen({ first }: { readonly first: FirstAccounts }) {
  return (
    <main class="screen" data-screen="passphrase">
      <h1>{t('choosePassphraseTitle')}</h1>
      <FirstPassphrase
        onChoose={(passphrase) => void saveFirst(first, passphrase, endWithSaved)}
        onBack={() => turnTo(undefined)}
        onKeepHere={() => turnTo({ name: 'keep-here', first })}
      />
    </main>
  );
}
