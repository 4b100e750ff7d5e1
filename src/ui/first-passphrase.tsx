/** The first accounts make the vault: a passphrase is chosen for it, or, as a deliberate second choice, none. */
import { NewPassphraseForm } from './new-passphrase-form';
import { busy } from './page-state';
import { t } from './text';

interface Props {
  readonly onChoose: (passphrase: string) => void;
  readonly onBack: () => void;
  /** Without a passphrase, then. */
  readonly onKeepHere: () => void;
}

export function FirstPassphrase({ onChoose, onBack, onKeepHere }: Props) {
  return (
    <>
      <p>{t('choosePassphraseText')}</p>
      <NewPassphraseForm action={t('createVault')} onChoose={onChoose} onBack={onBack} />
      <button
        type="button"
        class="button quiet"
        data-do="keep-here"
        disabled={busy.value !== undefined}
        onClick={onKeepHere}
      >
        {t('keepHereInstead')}
      </button>
    </>
  );
}
