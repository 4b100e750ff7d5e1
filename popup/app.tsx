/** Which screen the popup shows. Locked, absent and damaged are three different screens. */
import type { Account } from '../src/app/account';
import type { Home } from '../src/app/home';
import { home } from '../src/ui/page-state';
import { usePictureDoors } from '../src/ui/picture-doors';
import { ScanProgress } from '../src/ui/scan-progress';
import { AskSiteScreen } from './ask-site-screen';
import { ChooserScreen } from './chooser-screen';
import { EditScreen } from './edit-screen';
import { Header } from './header';
import { useHeadingFocus } from './heading-focus';
import { KeepHereScreen } from './keep-here-screen';
import { ListScreen } from './list-screen';
import { LockedScreen } from './locked-screen';
import { LookAlikeScreen } from './look-alike-screen';
import { ManualScreen } from './manual-screen';
import { NothingFoundScreen } from './nothing-found-screen';
import { OtherSiteScreen } from './other-site-screen';
import { PassphraseScreen } from './passphrase-screen';
import { PasteScreen } from './paste-screen';
import { PreviewScreen } from './preview-screen';
import { ProblemScreen } from './problem-screen';
import { ProtectScreen } from './protect-screen';
import { type Task, task } from './state';
import { takePictures, takeText } from './tasks';
import { WelcomeScreen } from './welcome-screen';

export function App() {
  usePictureDoors(
    (files) => void takePictures(files),
    (text) => void takeText(text),
  );
  return (
    <>
      <Header />
      <ScanProgress />
      <Screen />
    </>
  );
}

function Screen() {
  useHeadingFocus();
  const now = home.value;
  if (now === undefined) return null;
  switch (now.state) {
    case 'locked':
      return <LockedScreen />;
    case 'damaged':
    case 'newer':
    case 'storage-failed':
    case 'device-key-missing':
    case 'device-key-elsewhere':
    case 'mirror-elsewhere':
      return <ProblemScreen problem={now.state} />;
    case 'absent':
    case 'unlocked':
      return <OpenScreen now={now} doing={task.value} />;
  }
}

interface Props {
  readonly now: Extract<Home, { state: 'absent' | 'unlocked' }>;
  readonly doing: Task | undefined;
}

function OpenScreen({ now, doing }: Props) {
  const accounts: readonly Account[] = now.state === 'unlocked' ? now.accounts : [];
  if (doing?.name === 'choose-code') return <ChooserScreen scan={doing.scan} />;
  if (doing?.name === 'nothing-found') return <NothingFoundScreen why={doing.why} />;
  if (now.state === 'absent' && doing?.name === 'choose-passphrase') return <PassphraseScreen first={doing.first} />;
  if (now.state === 'absent' && doing?.name === 'keep-here') return <KeepHereScreen first={doing.first} />;
  if (now.pending.length > 0) return <PreviewScreen pending={now.pending} batches={now.batches} accounts={accounts} />;
  if (doing?.name === 'paste') return <PasteScreen />;
  if (doing?.name === 'manual') return <ManualScreen />;
  if (now.state === 'absent') return <WelcomeScreen />;
  if (doing?.name === 'protect') return <ProtectScreen home={now} />;
  if (doing?.name === 'ask-site') return <AskSiteScreen key={doing.account.id} asked={doing} />;
  if (doing?.name === 'look-alike') return <LookAlikeScreen key={doing.account.id} found={doing} />;
  if (doing?.name === 'other-site') return <OtherSiteScreen key={doing.account.id} found={doing} />;
  const edited = doing?.name === 'edit' ? accounts.find(({ id }) => id === doing.id) : undefined;
  if (edited !== undefined) return <EditScreen key={edited.id} account={edited} />;
  return accounts.length === 0 ? <WelcomeScreen /> : <ListScreen home={now} />;
}
