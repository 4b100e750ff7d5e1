/** Accounts brought in from a full page: what waits is looked at first, then the ways in. */
import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Home } from '../src/app/home';
import type { FirstAccounts, Incoming } from '../src/app/save';
import { BesidePreview } from '../src/ui/beside-preview';
import { Notice } from '../src/ui/notice';
import { home, notice } from '../src/ui/page-state';
import { discard, saveIncoming } from '../src/ui/pending-tasks';
import { PreviewMany } from '../src/ui/preview-many';
import { PreviewOne } from '../src/ui/preview-one';
import { ScanProgress } from '../src/ui/scan-progress';
import { t } from '../src/ui/text';
import { ClockLine } from './clock-line';
import { FirstVault } from './first-vault';
import { Unlocked } from './unlocked';
import { WaysIn } from './ways-in';

type OpenHome = Extract<Home, { state: 'absent' | 'unlocked' }>;

export function AddSection() {
  const now = home.value;
  return (
    <>
      <ClockLine />
      {now?.state === 'absent' ? <Add now={now} /> : <Unlocked>{(unlocked) => <Add now={unlocked} />}</Unlocked>}
    </>
  );
}

function Add({ now }: { readonly now: OpenHome }) {
  const [first, setFirst] = useState<FirstAccounts>();
  const opened = useSignal<string | undefined>(undefined);
  // An export comes in part by part: the camera stays on while its first accounts wait.
  const isLive = opened.value === 'camera' || opened.value === 'screen';
  if (now.state === 'unlocked' && now.isReadOnly) return <Notice notice={{ tone: 'bad', text: t('readOnlyNotice') }} />;
  if (now.state === 'absent' && first !== undefined)
    return <FirstVault first={first} onBack={() => setFirst(undefined)} />;
  if (now.pending.length === 0 || isLive)
    return (
      <>
        <ScanProgress />
        <div class="said" aria-live="polite">
          {opened.value === undefined && <Notice notice={notice.value} />}
        </div>
        <WaysIn opened={opened} />
      </>
    );
  const save = (incoming: readonly Incoming[], discardedIds: readonly string[] = []) => {
    notice.value = undefined;
    if (now.state === 'absent') setFirst({ accounts: incoming.map(({ account }) => account), discardedIds });
    else void saveIncoming(incoming, discardedIds, () => undefined);
  };
  const shared = {
    accounts: now.state === 'unlocked' ? now.accounts : [],
    onDiscard: () => void discard(now.pending),
    children: <BesidePreview batches={now.batches} />,
  };
  const [only] = now.pending;
  if (only !== undefined && now.pending.length === 1)
    return (
      <section class="narrow" data-show="preview">
        <h2>{t('previewTitle')}</h2>
        <PreviewOne key={only.id} account={only} onSave={(incoming) => save([incoming])} {...shared} />
      </section>
    );
  return (
    <section data-show="preview-many">
      <h2>{t('previewManyTitle')}</h2>
      <PreviewMany pending={now.pending} onSave={save} {...shared} />
    </section>
  );
}
