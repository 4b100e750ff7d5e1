/** Before an act that could harm the person: is it still the same one? */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { confirmHere, confirmPassphrase } from '../app/confirm';
import type { Protection } from '../app/home';
import { Notice } from './notice';
import { busy, notice, sayFailure, whileBusy } from './page-state';
import { PassphraseForm } from './passphrase-form';
import { t } from './text';

interface Props {
  readonly protection: Protection;
  readonly onConfirmed: () => void;
  readonly onBack: () => void;
  /** What can't be taken back. */
  readonly atStake?: string;
}

export function AskAgain({ protection, onConfirmed, onBack, atStake }: Props) {
  const question = useRef<HTMLParagraphElement>(null);
  // No field takes the keyboard there, and what opened the question may be gone.
  useLayoutEffect(() => {
    if (protection === 'device') question.current?.focus();
  }, [protection]);
  const ask = (passphrase?: string) => void confirm(passphrase).then((isDone) => isDone && onConfirmed());
  return (
    <div class="stack" data-show="ask-again">
      {atStake !== undefined && <p>{atStake}</p>}
      <p class="question" ref={question} tabIndex={-1}>
        {t(protection === 'device' ? 'askAgainHere' : 'askAgainText')}
      </p>
      {protection === 'passphrase' ? (
        <PassphraseForm action={t('continueAction')} onGive={ask} onBack={onBack} />
      ) : (
        <>
          <Notice notice={notice.value} />
          <div class="actions">
            <button type="button" class="button" data-do="back" onClick={onBack}>
              {t('back')}
            </button>
            <button
              type="button"
              class="button primary"
              data-do="continue"
              disabled={busy.value !== undefined}
              onClick={() => ask()}
            >
              {t('goOn')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

/** By the passphrase, or by the person's word where there is none. Answers whether it is so. */
async function confirm(passphrase: string | undefined): Promise<boolean> {
  let isDone = false;
  await whileBusy('unlock', async () => {
    const confirmed = passphrase === undefined ? await confirmHere() : await confirmPassphrase(passphrase);
    if (confirmed.ok) isDone = true;
    else await sayFailure(confirmed.error);
  });
  return isDone;
}
