/** The first accounts without a passphrase. */
import type { FirstAccounts } from '../src/app/save';
import { KeepHere } from '../src/ui/keep-here';
import { saveFirst } from '../src/ui/pending-tasks';
import { t } from '../src/ui/text';
import { endWithSaved, turnTo } from './state';

export function KeepHereScreen({ first }: { readonly first: FirstAccounts }) {
  return (
    <main class="screen" data-screen="keep-here">
      <h1>{t('keepHereTitle')}</h1>
      <KeepHere
        onKeep={() => void saveFirst(first, undefined, endWithSaved)}
        onBack={() => turnTo({ name: 'choose-passphrase', first })}
      />
    </main>
  );
}
