/** The toolbar popup: reads the vault, draws what a person needs, keeps in step with the other pages. */
import { render } from 'preact';
import { onIntent } from '../src/app/intent';
import { startClock } from '../src/ui/clock';
import { showCrashes } from '../src/ui/crash';
import { setPageLanguage } from '../src/ui/text';
import { App } from './app';
import { followStorage, lockAtDeadline, refresh } from './state';
import { doWhatWasAsked } from './tasks';

const root = document.querySelector('#app') as HTMLElement;
showCrashes(root);
setPageLanguage();
startClock();
followStorage();
lockAtDeadline();
await refresh();
render(<App />, root);
onIntent(() => void doWhatWasAsked());
await doWhatWasAsked();
