/** The settings page, in a tab: accounts, locking, appearance, and what Halfminute may do. */
import { render } from 'preact';
import { readPermissions } from '../src/app/about';
import { loadIssuerIcons } from '../src/ui/issuer-icon';
import { onceDrawn } from '../src/ui/once-drawn';
import { startPage } from '../src/ui/start-page';
import { App } from './app';
import { followAddress } from './section';

followAddress();
const [root, held] = await Promise.all([startPage(), readPermissions()]);
render(<App held={held} />, root);
onceDrawn(loadIssuerIcons);
