/** Asks for a passphrase to come: one field that can show what was typed, no second typing. */
import { useState } from 'preact/hooks';
import { Notice } from './notice';
import { busy, notice } from './page-state';
import { PassphraseField } from './passphrase-field';
import { t } from './text';

interface Props {
  readonly action: string;
  readonly onChoose: (passphrase: string) => void;
  readonly onBack?: () => void;
}

export function NewPassphraseForm({ action, onChoose, onBack }: Props) {
  const [passphrase, setPassphrase] = useState('');
  const isBusy = busy.value !== undefined;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(passphrase);
      }}
    >
      <PassphraseField value={passphrase} onInput={setPassphrase} help={t('passphraseHelp')} />
      <Notice notice={notice.value} />
      <div class="actions">
        {onBack !== undefined && (
          <button type="button" class="button" data-do="back" disabled={isBusy} onClick={onBack}>
            {t('back')}
          </button>
        )}
        <button type="submit" class="button primary" data-do="create" disabled={isBusy || passphrase === ''}>
          {isBusy ? t('creatingVault') : action}
        </button>
      </div>
    </form>
  );
}
