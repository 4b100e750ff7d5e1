/** The settings page, in a tab: accounts, locking, appearance, and what Halfminute may do. */
import { render } from 'preact';
import { readPermissions } from '../src/app/about';
import { startClock } from '../src/ui/clock';
import { showCrashes } from '../src/ui/crash';
import { followStorage, lockAtDeadline, refresh } from '../src/ui/page-state';
import { setPageLanguage } from '../src/ui/text';
import { followTheme } from '../src/ui/theme';
import { followUse } from '../src/ui/use';
import { App } from './app';
import { followAddress } from './section';

const root = document.querySelector('#app') as HTMLElement;
showCrashes(root);
setPageLanguage();
startClock();
followStorage();
lockAtDeadline();
followAddress();
const [held] = await Promise.all([readPermissions(), refresh(), followTheme()]);
render(<App held={held} />, root);
followUse();
