/** Asks for a passphrase to come: one field that can show what was typed, no second typing. A weak one takes one click more. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { makePassphrase } from '../app/passphrase';
import { Notice } from './notice';
import { busy, notice } from './page-state';
import { PassphraseField } from './passphrase-field';
import { t } from './text';
import { isWeak } from './weak-passphrase';

interface Props {
  readonly action: string;
  readonly onChoose: (passphrase: string) => void;
  readonly onBack?: () => void;
  readonly label?: string;
  /** What else is chosen with it. */
  readonly children?: ComponentChildren;
}

export function NewPassphraseForm({ action, onChoose, onBack, label, children }: Props) {
  const [passphrase, setPassphrase] = useState('');
  /** What the person has been told is weak. */
  const [weak, setWeak] = useState<string>();
  const [made, setMade] = useState<string>();
  const isMade = made !== undefined && made === passphrase;
  const isBusy = busy.value !== undefined;
  const isWarned = weak !== undefined && weak === passphrase;
  const choose = () => {
    if (isWarned || !isWeak(passphrase)) return onChoose(passphrase);
    notice.value = undefined;
    setWeak(passphrase);
  };
  const make = async () => {
    const words = await makePassphrase();
    notice.value = undefined;
    setMade(words);
    setPassphrase(words);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <PassphraseField
        value={passphrase}
        onInput={setPassphrase}
        help={t('passphraseHelp')}
        {...(label === undefined ? {} : { label })}
      />
      <div>
        <button
          type="button"
          class="button small"
          data-do="make-passphrase"
          disabled={isBusy}
          onClick={() => void make()}
        >
          {t(isMade ? 'makeAnotherPassphrase' : 'makePassphrase')}
        </button>
      </div>
      {isMade && (
        <div role="status">
          <p class="made" translate={false} data-show="made">
            {made}
          </p>
          <p class="help">{t('madePassphrase')}</p>
        </div>
      )}
      {children}
      {isWarned && (
        <p class="notice warn" role="alert" data-show="weak">
          {t('weakPassphrase')}
        </p>
      )}
      <Notice notice={notice.value} />
      <div class="actions">
        {onBack !== undefined && (
          <button type="button" class="button" data-do="back" disabled={isBusy} onClick={onBack}>
            {t('back')}
          </button>
        )}
        <button type="submit" class="button primary" data-do="create" disabled={isBusy || passphrase === ''}>
          {isBusy ? t('creatingVault') : isWarned ? t('useWeak') : action}
        </button>
      </div>
    </form>
  );
}
