/** The page behind the extension's name in the browser: what Halfminute is and what it may do. */
import { render } from 'preact';
import { readPermissions } from '../src/app/about';
import { showCrashes } from '../src/ui/crash';
import { setPageLanguage } from '../src/ui/text';
import { AboutSection } from './about-section';

const root = document.querySelector('#app') as HTMLElement;
showCrashes(root);
setPageLanguage();
render(<AboutSection held={await readPermissions()} />, root);
