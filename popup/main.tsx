/** The toolbar popup: reads the vault, draws what a person needs, keeps in step with the other pages. */
import { render } from 'preact';
import { onIntent } from '../src/app/intent';
import { startPage } from '../src/ui/start-page';
import { App } from './app';
import { endTasksWithLock } from './state';
import { doWhatWasAsked } from './tasks';

endTasksWithLock();
render(<App />, await startPage());
onIntent(() => void doWhatWasAsked());
await doWhatWasAsked();
