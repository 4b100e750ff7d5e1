/** What was scanned or pasted, with its live code, before anything is saved. */
import { useState } from 'preact/hooks';
import type { Account } from '../src/app/account';
import { Notice } from '../src/ui/notice';
import { t, visibleText } from '../src/ui/text';
import { TextField } from '../src/ui/text-field';
import { Countdown } from './countdown';
import { LiveCode } from './live-code';
import { busy, notice } from './state';
import { discard, save } from './tasks';

interface Props {
  readonly account: Account;
  readonly waiting: number;
}

export function PreviewScreen({ account, waiting }: Props) {
  const [issuer, setIssuer] = useState(visibleText(account.issuer));
  const [label, setLabel] = useState(visibleText(account.label));
  const named = { ...account, issuer: edited(account.issuer, issuer), label: edited(account.label, label) };
  return (
    <main class="screen" data-screen="preview">
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
          void save(named);
        }}
      >
        <TextField name="issuer" label={t('issuerLabel')} value={issuer} onInput={setIssuer} />
        <TextField name="label" label={t('labelLabel')} value={label} onInput={setLabel} />
        <Notice notice={notice.value} />
        <div class="actions">
          <button type="button" class="button" data-do="discard" onClick={() => void discard(account)}>
            {t('discard')}
          </button>
          <button type="submit" class="button primary" data-do="save" disabled={busy.value !== undefined}>
            {t('save')}
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
