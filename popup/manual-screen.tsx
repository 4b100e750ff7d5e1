/** An account whose details the site shows as text. */
import { useState } from 'preact/hooks';
import { readTypedAccount, type TypedAccount, type TypedError } from '../src/otp/typed-account';
import { AccountFields } from '../src/ui/account-fields';
import { Notice } from '../src/ui/notice';
import { notice } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { turnTo } from './state';
import { receive } from './tasks';

const NOTHING_TYPED: TypedAccount = {
  type: 'totp',
  issuer: '',
  label: '',
  secret: '',
  algorithm: 'SHA1',
  digits: '6',
  periodSeconds: '30',
  counter: '0',
};

export function ManualScreen() {
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [error, setError] = useState<TypedError>();
  const submit = async () => {
    const read = readTypedAccount(typed);
    setError(read.ok ? undefined : read.error);
    if (read.ok) await receive([read.value]);
  };
  return (
    <main class="screen" data-screen="manual">
      <h1>{t('manualTitle')}</h1>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <AccountFields typed={typed} onInput={setTyped} error={error} isNew />
        <Notice notice={notice.value} />
        <div class="actions">
          <button type="button" class="button" data-do="cancel" onClick={() => turnTo(undefined)}>
            {t('cancel')}
          </button>
          <button type="submit" class="button primary" data-do="continue">
            {t('continueAction')}
          </button>
        </div>
      </form>
    </main>
  );
}
