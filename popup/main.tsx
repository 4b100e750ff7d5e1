/** The toolbar popup: reads the vault, draws what a person needs, keeps in step with the other pages. */
import { render } from 'preact';
import { onIntent } from '../src/app/intent';
import { startClock } from '../src/ui/clock';
import { showCrashes } from '../src/ui/crash';
import { followStorage, lockAtDeadline, refresh } from '../src/ui/page-state';
import { setPageLanguage } from '../src/ui/text';
import { followTheme } from '../src/ui/theme';
import { followUse } from '../src/ui/use';
import { App } from './app';
import { endTasksWithLock } from './state';
import { doWhatWasAsked } from './tasks';

const root = document.querySelector('#app') as HTMLElement;
showCrashes(root);
setPageLanguage();
startClock();
followStorage();
lockAtDeadline();
endTasksWithLock();
await Promise.all([refresh(), followTheme()]);
render(<App />, root);
followUse();
onIntent(() => void doWhatWasAsked());
await doWhatWasAsked();
