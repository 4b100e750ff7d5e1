/** The toolbar popup: reads the vault and the page in front, draws what a person needs, keeps in step with the other pages. */
import { render } from 'preact';
import { onceDrawn } from '../src/ui/once-drawn';
import { startPage } from '../src/ui/start-page';
import { App } from './app';
import { readPage } from './page';
import { endTasksWithLock } from './state';

// Not awaited at the top: what is loaded later stands on this file, and would wait for its end.
void open();

async function open(): Promise<void> {
  endTasksWithLock();
  // Side by side: an order of the accounts that came behind the first drawing would move them away under the mouse.
  const [root] = await Promise.all([startPage(), readPage()]);
  render(<App />, root);
  onceDrawn(async () => await (await import('./behind')).followUp());
}
