/** An otpauth link instead of a scan. */
import { useState } from 'preact/hooks';
import { Notice } from '../src/ui/notice';
import { notice } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { TextField } from '../src/ui/text-field';
import { turnTo } from './state';
import { paste } from './tasks';

export function PasteScreen() {
  const [link, setLink] = useState('');
  return (
    <main class="screen" data-screen="paste">
      <h1>{t('pasteLinkTitle')}</h1>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void paste(link);
        }}
      >
        <TextField
          name="link"
          label={t('pasteLinkLabel')}
          help={t('pasteLinkHelp')}
          value={link}
          onInput={setLink}
          isFocused
        />
        <Notice notice={notice.value} />
        <div class="actions">
          <button type="button" class="button" data-do="cancel" onClick={() => turnTo(undefined)}>
            {t('cancel')}
          </button>
          <button type="submit" class="button primary" data-do="continue" disabled={link.trim() === ''}>
            {t('continueAction')}
          </button>
        </div>
      </form>
      <button type="button" class="button quiet" data-do="manual" onClick={() => turnTo({ name: 'manual' })}>
        {t('manualInstead')}
      </button>
    </main>
  );
}
