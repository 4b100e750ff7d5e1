/** What came in, with its live code, before anything is saved; and whether it is here already. */
import { useState } from 'preact/hooks';
import { type Account, findTwin } from '../src/app/account';
import { accountName } from '../src/ui/account-name';
import { Countdown } from '../src/ui/countdown';
import { LiveCode } from '../src/ui/live-code';
import { Notice } from '../src/ui/notice';
import { busy, notice } from '../src/ui/page-state';
import { t, visibleText } from '../src/ui/text';
import { TextField } from '../src/ui/text-field';
import { discard, save } from './tasks';

interface Props {
  readonly account: Account;
  readonly waiting: number;
  /** Those that are saved. */
  readonly accounts: readonly Account[];
}

export function PreviewScreen({ account, waiting, accounts }: Props) {
  const [issuer, setIssuer] = useState(visibleText(account.issuer));
  const [label, setLabel] = useState(visibleText(account.label));
  const named = { ...account, issuer: edited(account.issuer, issuer), label: edited(account.label, label) };
  const twin = findTwin(accounts, named);
  const isBusy = busy.value !== undefined;
  return (
    <main class="screen" data-screen="preview" data-about={account.id}>
      <div class="title-line">
        <h1>{t('previewTitle')}</h1>
        {waiting > 1 && <span class="soft">{t('previewCount', '1', String(waiting))}</span>}
      </div>
      <div class="preview-code">
        <LiveCode account={account} />
        {account.type !== 'hotp' && <Countdown periodSeconds={account.periodSeconds} />}
      </div>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save(named, twin?.account.id);
        }}
      >
        <TextField name="issuer" label={t('issuerLabel')} value={issuer} onInput={setIssuer} />
        <TextField name="label" label={t('labelLabel')} value={label} onInput={setLabel} />
        {twin !== undefined && (
          <p class="notice warn" role="status" data-show="twin">
            {t(twin.kind === 'same-secret' ? 'twinSecret' : 'twinName', accountName(twin.account))}
          </p>
        )}
        <Notice notice={notice.value} />
        <div class="actions">
          <button type="button" class="button" data-do="discard" onClick={() => void discard(account)}>
            {t('discard')}
          </button>
          {twin !== undefined && (
            <button type="button" class="button" data-do="keep-both" disabled={isBusy} onClick={() => void save(named)}>
              {t('keepBoth')}
            </button>
          )}
          <button
            type="submit"
            class="button primary"
            data-do={twin === undefined ? 'save' : 'replace'}
            disabled={isBusy}
          >
            {t(twin === undefined ? 'save' : 'replace')}
          </button>
        </div>
      </form>
      <p class="soft small">{t('pendingSafe')}</p>
    </main>
  );
}

/** A name nobody touched stays as it came, with whatever the field had to write out. */
function edited(original: string, shown: string): string {
  return shown === visibleText(original) ? original : shown.trim();
}
