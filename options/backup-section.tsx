/** Backups while the vault is unlocked, and the ways back where it is not, can't be, or is none. */
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { lookAtRemains, type Remains } from '../src/app/recovery';
import { Notice } from '../src/ui/notice';
import { home, notice } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { UnlockForm } from '../src/ui/unlock-form';
import { Backups } from './backups';
import { Recovery } from './recovery';
import { SetAsideList } from './set-aside-list';
import { RestoreBackupWay, RestoreStateWay, StartOverWay, StoredBytes } from './ways-back';

export function BackupSection() {
  const now = home.value;
  useFocusBehind(now?.state);
  if (now === undefined) return null;
  switch (now.state) {
    case 'unlocked':
      return <Backups now={now} />;
    case 'absent':
      return <NoVault />;
    case 'locked':
      return <CantGetIn />;
    default:
      return <Recovery problem={now.state} />;
  }
}

function NoVault() {
  const opened = useSignal<string | undefined>(undefined);
  return (
    <div class="stack" data-show="no-vault">
      <div class="said" aria-live="polite">
        {opened.value === undefined && <Notice notice={notice.value} />}
      </div>
      <RestoreBackupWay opened={opened} text={t('restoreFirstText')} />
      <SetAsideList opened={opened} />
    </div>
  );
}

/** Locked, only the key could tell whether the copies open at all: an earlier state is offered here too. */
function CantGetIn() {
  const [remains, setRemains] = useState<Remains>();
  const opened = useSignal<string | undefined>(undefined);
  const now = home.value;
  useEffect(() => void lookAtRemains().then((found) => now !== undefined && setRemains(found)), [now]);
  return (
    <div class="stack" data-show="locked">
      {opened.value === undefined && (
        <div class="narrow">
          <p>{t('optionsLocked')}</p>
          <UnlockForm />
        </div>
      )}
      <h2>{t('cantGetIn')}</h2>
      <p>{t('cantGetInText')}</p>
      <RestoreBackupWay opened={opened} text={t('restoreInsteadText')} />
      <RestoreStateWay problem="locked" remains={remains} opened={opened} />
      <StoredBytes />
      <StartOverWay opened={opened} />
    </div>
  );
}

/** When the vault was lost or found again, what the keyboard was at is gone: it goes on from the heading. */
function useFocusBehind(state: string | undefined): void {
  const last = useRef(state);
  useLayoutEffect(() => {
    const isNew = last.current !== state;
    last.current = state;
    const screen = document.querySelector('main');
    const heading = screen?.querySelector('h1');
    if (!isNew || !heading || screen?.contains(document.activeElement)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [state]);
}
