/** A vault that is there and can't be opened. It is never taken for an empty one. */
import type { HomeProblem } from '../src/app/home';
import { errorText } from '../src/ui/error-text';
import { Notice } from '../src/ui/notice';
import { refresh } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { showBackups } from './tasks';

export function ProblemScreen({ problem }: { readonly problem: HomeProblem }) {
  const isElsewhere = problem === 'device-key-elsewhere' || problem === 'mirror-elsewhere';
  return (
    <main class="screen" data-screen="problem">
      <h1>{t(isElsewhere ? 'elsewhereTitle' : 'problemTitle')}</h1>
      <Notice notice={{ tone: 'bad', text: errorText({ kind: problem }) }} />
      {!isElsewhere && (
        <button type="button" class="button primary wide" data-do="open-recovery" onClick={() => void showBackups()}>
          {t('openRecovery')}
        </button>
      )}
      <button type="button" class="button wide" data-do="try-again" onClick={() => void refresh()}>
        {t('tryAgain')}
      </button>
    </main>
  );
}
