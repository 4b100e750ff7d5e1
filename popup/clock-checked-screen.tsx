/** What the site said of the computer's clock, by its name, and what can be done: codes are corrected only from here. */
import type { ComponentChildren } from 'preact';
import { stillFits } from '../src/app/clock-check';
import { correctionS } from '../src/ui/clock';
import { clockFailureText, mayPass } from '../src/ui/clock-text';
import { durationText, signedDuration } from '../src/ui/duration-text';
import { Notice } from '../src/ui/notice';
import { notice } from '../src/ui/page-state';
import { Sentence } from '../src/ui/site-text';
import { t } from '../src/ui/text';
import { correct } from './clock-tasks';
import { PageHost } from './host';
import { type ClockChecked, turnTo } from './state';

export function ClockCheckedScreen({ checked: { page, answer } }: { readonly checked: ClockChecked }) {
  const host = <PageHost host={page.host} show="page-host" />;
  if (!answer.ok) {
    const { kind } = answer.error;
    return (
      <Checked outcome={kind} title={t('clockUnknownTitle')}>
        <Notice notice={{ tone: 'bad', text: clockFailureText(kind, page.host) }} />
        <Actions>{mayPass(kind) && <AskAgain />}</Actions>
      </Checked>
    );
  }
  const verdict = answer.value;
  const now = correctionS.value;
  if (verdict.kind === 'right')
    return (
      <Checked outcome="right" title={t('clockRightTitle')}>
        <p>
          <Sentence words="clockRight" parts={[host]} />
        </p>
        <p>{now === 0 ? t('clockRightThen') : t('clockNoLonger', signedDuration(now))}</p>
        <Actions>{now !== 0 && <Correct seconds={0} words={t('clockStop')} />}</Actions>
      </Checked>
    );
  const { fastS } = verdict;
  const span = <strong data-show="clock-offset">{durationText(Math.abs(fastS), 'long')}</strong>;
  const isKept = now !== 0 && stillFits(now, fastS);
  return (
    <Checked outcome={isKept ? 'corrected' : verdict.kind} title={t('clockWrongTitle')}>
      <p>
        <Sentence words={fastS > 0 ? 'clockFast' : 'clockSlow'} parts={[host, span]} />
      </p>
      <p>{t('clockMend')}</p>
      {verdict.kind === 'far-off' && <p class="soft">{t('clockTooFar')}</p>}
      {verdict.kind === 'off' && <p>{isKept ? t('clockStillFits', signedDuration(now)) : t('clockTrust')}</p>}
      <Actions>
        {verdict.kind === 'off' && !isKept && (
          <Correct seconds={-fastS} words={t('clockCorrect', signedDuration(-fastS))} />
        )}
      </Actions>
    </Checked>
  );
}

interface CheckedProps {
  readonly outcome: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

function Checked({ outcome, title, children }: CheckedProps) {
  return (
    <main class="screen" data-screen="clock-checked" data-about={outcome}>
      <h1>{title}</h1>
      {children}
    </main>
  );
}

function Actions({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      <Notice notice={notice.value} />
      <div class="actions">
        <button type="button" class="button" data-do="back" onClick={() => turnTo(undefined)}>
          {t('back')}
        </button>
        {children}
      </div>
    </>
  );
}

function AskAgain() {
  return (
    <button type="button" class="button primary" data-do="check-clock" onClick={() => turnTo({ name: 'check-clock' })}>
      {t('clockCheckAgain')}
    </button>
  );
}

function Correct({ seconds, words }: { readonly seconds: number; readonly words: string }) {
  return (
    <button type="button" class="button primary" data-do="correct-codes" onClick={() => void correct(seconds)}>
      {words}
    </button>
  );
}
