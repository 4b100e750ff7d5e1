/** A set-up link or a secret key instead of a scan; several links stand one to a line. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Notice } from './notice';
import { busy, notice } from './page-state';
import { t } from './text';

interface Props {
  readonly onText: (text: string) => void;
  readonly onBack: () => void;
  readonly isFocused?: boolean;
}

export function LinkForm({ onText, onBack, isFocused = false }: Props) {
  const [text, setText] = useState('');
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (isFocused) field.current?.focus();
  }, [isFocused]);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onText(text);
      }}
    >
      <div class="field">
        <label for={id}>{t('pasteLinkLabel')}</label>
        <textarea
          id={id}
          ref={field}
          data-field="link"
          rows={3}
          value={text}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby={`${id}-help`}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            if (text.trim() !== '') onText(text);
          }}
        />
        <p class="help" id={`${id}-help`}>
          {t('pasteLinkHelp')}
        </p>
      </div>
      <Notice notice={notice.value} />
      <div class="actions">
        <button type="button" class="button" data-do="cancel" onClick={onBack}>
          {t('cancel')}
        </button>
        <button
          type="submit"
          class="button primary"
          data-do="continue"
          disabled={busy.value !== undefined || text.trim() === ''}
        >
          {t('continueAction')}
        </button>
      </div>
    </form>
  );
}
