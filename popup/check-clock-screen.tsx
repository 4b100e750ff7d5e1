/** A code was refused: before the site in front is asked for its time, what will be asked is said. */
import { useState } from 'preact/hooks';
import { correctionS } from '../src/ui/clock';
import { clockFailureText } from '../src/ui/clock-text';
import { signedDuration } from '../src/ui/duration-text';
import { Notice } from '../src/ui/notice';
import { Sentence } from '../src/ui/site-text';
import { t } from '../src/ui/text';
import { askPage } from './clock-tasks';
import { PageHost } from './host';
import { type PageSite, page } from './page';
import { turnTo } from './state';

export function CheckClockScreen() {
  const asked = page.value;
  const whyNot =
    asked === undefined ? 'page-closed-to-extensions' : asked.isFillable ? undefined : ('page-not-secure' as const);
  return (
    <main class="screen" data-screen="check-clock">
      <h1>{t('clockTitle')}</h1>
      <p>{t('clockWhy')}</p>
      {asked !== undefined && whyNot === undefined ? (
        <Ask asked={asked} />
      ) : (
        <>
          <Notice notice={{ tone: 'warn', text: clockFailureText(whyNot ?? 'page-closed-to-extensions', '') }} />
          <Back />
        </>
      )}
    </main>
  );
}

function Ask({ asked }: { readonly asked: PageSite }) {
  const [isAsking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    await askPage(asked);
    setAsking(false);
  };
  return (
    <>
      <div class="notice plain">
        <p>
          <Sentence words="clockAsks" parts={[<PageHost host={asked.host} show="page-host" />]} />
        </p>
      </div>
      <p class="soft small">{t('clockAsksHow')}</p>
      {correctionS.value !== 0 && <p data-show="corrected-now">{t('clockNow', signedDuration(correctionS.value))}</p>}
      <div class="actions">
        <Back />
        <button
          type="button"
          class="button primary"
          data-do="ask-time"
          aria-disabled={isAsking}
          onClick={() => {
            if (!isAsking) void ask();
          }}
        >
          {t(isAsking ? 'clockAsking' : 'clockAsk')}
        </button>
      </div>
    </>
  );
}

function Back() {
  return (
    <button type="button" class="button" data-do="back" onClick={() => turnTo(undefined)}>
      {t('back')}
    </button>
  );
}
