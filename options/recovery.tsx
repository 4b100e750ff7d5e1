/** A vault that is there and does not open: what was found of it, and every way on from there. */
import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { HomeProblem } from '../src/app/home';
import { lookAtRemains, type Remains } from '../src/app/recovery';
import { errorText } from '../src/ui/error-text';
import { Notice } from '../src/ui/notice';
import { home, notice, refresh } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { RemainsTable } from './remains-table';
import { RestoreBackupWay, RestoreStateWay, StartOverWay, StoredBytes } from './ways-back';

export function Recovery({ problem }: { readonly problem: HomeProblem }) {
  const [remains, setRemains] = useState<Remains>();
  const opened = useSignal<string | undefined>(undefined);
  const now = home.value;
  useEffect(() => void lookAtRemains().then((found) => now !== undefined && setRemains(found)), [now]);
  // A private window of Firefox: in a normal one nothing is the matter.
  const isElsewhere = problem === 'device-key-elsewhere' || problem === 'mirror-elsewhere';
  const isBlind = problem === 'storage-failed';
  const isLost = problem === 'damaged' || problem === 'device-key-missing' || isBlind;
  return (
    <div class="stack" data-show="recovery" data-problem={problem}>
      <Notice notice={{ tone: 'bad', text: errorText({ kind: problem }) }} />
      <div>
        <button type="button" class="button" data-do="try-again" onClick={() => void refresh()}>
          {t('tryAgain')}
        </button>
      </div>
      <div class="said" aria-live="polite">
        {opened.value === undefined && <Notice notice={notice.value} />}
      </div>
      {!isElsewhere && remains !== undefined && <RemainsTable remains={remains} />}
      {isBlind && (
        <p class="notice warn" data-show="unreadable">
          {t('unreadableText')}
        </p>
      )}
      {isLost && <RestoreStateWay problem={problem} remains={remains} opened={opened} />}
      {isLost && <RestoreBackupWay opened={opened} text={t('restoreInsteadText')} />}
      {!isElsewhere && <StoredBytes />}
      {isLost && <StartOverWay opened={opened} />}
    </div>
  );
}
