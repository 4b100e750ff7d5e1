/** One field for a passphrase, with a button that shows what was typed: no second typing is asked for. */
import { useState } from 'preact/hooks';
import { t } from './text';
import { TextField } from './text-field';

interface Props {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly help?: string;
  readonly label?: string;
  readonly isFocused?: boolean;
}

export function PassphraseField(props: Props) {
  const [isShown, setShown] = useState(false);
  return (
    <TextField name="passphrase" label={t('passphraseLabel')} type={isShown ? 'text' : 'password'} isFocused {...props}>
      <button
        type="button"
        class="button"
        aria-pressed={isShown}
        data-do="show-passphrase"
        onClick={() => setShown(!isShown)}
      >
        {t(isShown ? 'hidePassphrase' : 'showPassphrase')}
      </button>
    </TextField>
  );
}
