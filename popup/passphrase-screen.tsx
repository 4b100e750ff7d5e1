/** The first account makes the vault: a passphrase is chosen for it. */
import { useState } from 'preact/hooks';
import type { Account } from '../src/app/account';
import { Notice } from '../src/ui/notice';
import { PassphraseField } from '../src/ui/passphrase-field';
import { t } from '../src/ui/text';
import { busy, notice, turnTo } from './state';
import { saveFirst } from './tasks';

export function PassphraseScreen({ account }: { readonly account: Account }) {
  const [passphrase, setPassphrase] = useState('');
  const isBusy = busy.value === 'save';
  return (
    <main class="screen" data-screen="passphrase">
      <h1>{t('choosePassphraseTitle')}</h1>
      <p>{t('choosePassphraseText')}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void saveFirst(account, passphrase);
        }}
      >
        <PassphraseField value={passphrase} onInput={setPassphrase} help={t('passphraseHelp')} />
        <Notice notice={notice.value} />
        <div class="actions">
          <button type="button" class="button" data-do="back" disabled={isBusy} onClick={() => turnTo(undefined)}>
            {t('back')}
          </button>
          <button type="submit" class="button primary" data-do="create" disabled={isBusy || passphrase === ''}>
            {t(isBusy ? 'creatingVault' : 'createVault')}
          </button>
        </div>
      </form>
    </main>
  );
}
