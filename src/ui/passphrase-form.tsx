/** Asks for a passphrase that the person has. */
import { useState } from 'preact/hooks';
import { Notice } from './notice';
import { busy, notice } from './page-state';
import { PassphraseField } from './passphrase-field';
import { t } from './text';

interface Props {
  readonly action: string;
  readonly onGive: (passphrase: string) => void;
  readonly onBack: () => void;
}

export function PassphraseForm({ action, onGive, onBack }: Props) {
  const [passphrase, setPassphrase] = useState('');
  const isBusy = busy.value !== undefined;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onGive(passphrase);
      }}
    >
      <PassphraseField value={passphrase} onInput={setPassphrase} />
      <Notice notice={notice.value} />
      <div class="actions">
        <button type="button" class="button" data-do="back" disabled={isBusy} onClick={onBack}>
          {t('back')}
        </button>
        <button type="submit" class="button primary" data-do="continue" disabled={isBusy || passphrase === ''}>
          {isBusy ? t('checking') : action}
        </button>
      </div>
    </form>
  );
}
