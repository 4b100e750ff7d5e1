/** Which screen the popup shows. Locked, absent and damaged are three different screens. */
import type { Account } from '../src/app/account';
import type { Home } from '../src/app/home';
import { home } from '../src/ui/page-state';
import { ScanProgress } from '../src/ui/scan-progress';
import { Header } from './header';
import { useHeadingFocus } from './heading-focus';
import { ListScreen } from './list-screen';
import {
  AskSiteScreen,
  CheckClockScreen,
  ChooserScreen,
  ClockCheckedScreen,
  EditScreen,
  KeepHereScreen,
  LockedScreen,
  LookAlikeScreen,
  ManualScreen,
  NothingFoundScreen,
  OtherSiteScreen,
  PassphraseScreen,
  PasteScreen,
  PreviewScreen,
  ProblemScreen,
  ProtectScreen,
  ShowScreen,
  WelcomeScreen,
} from './screens';
import { type Task, task } from './state';

export function App() {
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
  if (doing?.name === 'check-clock') return <CheckClockScreen />;
  if (doing?.name === 'clock-checked') return <ClockCheckedScreen checked={doing} />;
  if (doing?.name === 'ask-site') return <AskSiteScreen key={doing.account.id} asked={doing} />;
  if (doing?.name === 'look-alike') return <LookAlikeScreen key={doing.account.id} found={doing} />;
  if (doing?.name === 'other-site') return <OtherSiteScreen key={doing.account.id} found={doing} />;
  const isOfOne = doing?.name === 'edit' || doing?.name === 'show';
  const edited = isOfOne ? accounts.find(({ id }) => id === doing.id) : undefined;
  if (edited !== undefined && doing?.name === 'show') return <ShowScreen key={edited.id} now={now} account={edited} />;
  if (edited !== undefined) return <EditScreen key={edited.id} account={edited} groups={now.groups} />;
  return accounts.length === 0 ? <WelcomeScreen /> : <ListScreen home={now} />;
}
