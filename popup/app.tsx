/** Which screen the popup shows. Locked, absent and damaged are three different screens. */
import { Header } from './header';
import { ListScreen } from './list-screen';
import { LockedScreen } from './locked-screen';
import { PassphraseScreen } from './passphrase-screen';
import { PasteScreen } from './paste-screen';
import { PreviewScreen } from './preview-screen';
import { ProblemScreen } from './problem-screen';
import { home, task } from './state';
import { WelcomeScreen } from './welcome-screen';

export function App() {
  return (
    <>
      <Header />
      <Screen />
    </>
  );
}

function Screen() {
  const now = home.value;
  if (now === undefined) return null;
  switch (now.state) {
    case 'locked':
      return <LockedScreen />;
    case 'damaged':
    case 'newer':
    case 'storage-failed':
      return <ProblemScreen problem={now.state} />;
    case 'absent':
    case 'unlocked': {
      if (task.value?.name === 'choose-passphrase' && now.state === 'absent')
        return <PassphraseScreen account={task.value.account} />;
      const [first] = now.pending;
      if (first !== undefined) return <PreviewScreen key={first.id} account={first} waiting={now.pending.length} />;
      if (task.value?.name === 'paste') return <PasteScreen />;
      return now.state === 'absent' || now.accounts.length === 0 ? <WelcomeScreen /> : <ListScreen home={now} />;
    }
  }
}
