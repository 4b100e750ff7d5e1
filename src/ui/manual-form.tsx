/** An account whose details the site shows as text: looked at while they are typed, with its live code as soon as there is one. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { unsavedAccount } from '../app/account';
import type { AccountDetails } from '../otp/otp';
import { readTypedAccount, type TypedAccount, type TypedError } from '../otp/typed-account';
import { AccountFields } from './account-fields';
import { Countdown } from './countdown';
import { LiveCode } from './live-code';
import { Notice } from './notice';
import { busy, notice } from './page-state';
import { t } from './text';

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

interface Props {
  readonly onReady: (account: AccountDetails) => void;
  readonly onBack: () => void;
}

export function ManualForm({ onReady, onBack }: Props) {
  const [typed, setTyped] = useState(NOTHING_TYPED);
  /** How often the person has said that this is all, without a change since. */
  const [asked, setAsked] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (asked > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [asked]);
  const read = readTypedAccount(typed);
  return (
    <form
      class="stack"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (read.ok) onReady(read.value);
        else setAsked(asked + 1);
      }}
    >
      <AccountFields
        typed={typed}
        onInput={(changed) => {
          setTyped(changed);
          setAsked(0);
        }}
        error={read.ok || (isUnfinished(read.error) && asked === 0) ? undefined : read.error}
        isNew
      />
      {read.ok && read.value.type !== 'hotp' && (
        <div class="preview-code">
          <LiveCode account={unsavedAccount(read.value)} />
          <Countdown periodSeconds={read.value.periodSeconds} />
        </div>
      )}
      <Notice notice={notice.value} />
      <div class="actions">
        <button type="button" class="button" data-do="cancel" onClick={onBack}>
          {t('cancel')}
        </button>
        <button type="submit" class="button primary" data-do="continue" disabled={busy.value !== undefined}>
          {t('continueAction')}
        </button>
      </div>
    </form>
  );
}

/** What is right as far as it goes is not called wrong before the person says that it is all. */
function isUnfinished({ kind }: TypedError): boolean {
  return kind === 'secret-missing' || kind === 'secret-too-short';
}
