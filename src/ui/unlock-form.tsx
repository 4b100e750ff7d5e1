/** Asks for the passphrase of a vault without its key. */
import { useState } from 'preact/hooks';
import { unlock } from '../app/unlock';
import { Notice } from './notice';
import { busy, notice, sayFailure, whileBusy } from './page-state';
import { PassphraseField } from './passphrase-field';
import { t } from './text';

export function UnlockForm() {
  const [passphrase, setPassphrase] = useState('');
  const isBusy = busy.value === 'unlock';
  return (
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
  );
}

async function open(passphrase: string): Promise<void> {
  await whileBusy('unlock', async () => {
    const unlocked = await unlock(passphrase);
    if (!unlocked.ok) await sayFailure(unlocked.error);
  });
}
