/** A vault without its key: asks for the passphrase. */
import { useState } from 'preact/hooks';
import { Notice } from '../src/ui/notice';
import { PassphraseField } from '../src/ui/passphrase-field';
import { t } from '../src/ui/text';
import { busy, notice } from './state';
import { open } from './tasks';

export function LockedScreen() {
  const [passphrase, setPassphrase] = useState('');
  const isBusy = busy.value === 'unlock';
  return (
    <main class="screen" data-screen="locked">
      <h1>{t('lockedTitle')}</h1>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void open(passphrase);
        }}
      >
        <PassphraseField value={passphrase} onInput={setPassphrase} />
        <Notice notice={notice.value} />
        <button type="submit" class="button primary wide" data-do="unlock" disabled={isBusy || passphrase === ''}>
          {t(isBusy ? 'unlocking' : 'unlock')}
        </button>
      </form>
    </main>
  );
}
