/** The last catch of a page: a bug shows a calm screen, which tells nothing of what was being worked on. */
import { t } from './text';

export function showCrashes(root: HTMLElement): void {
  const show = () => {
    const screen = document.createElement('main');
    screen.dataset['screen'] = 'crash';
    const title = document.createElement('h1');
    title.textContent = t('crashTitle');
    const text = document.createElement('p');
    text.textContent = t('crashText');
    screen.append(title, text);
    root.replaceChildren(screen);
  };
  addEventListener('error', show);
  addEventListener('unhandledrejection', show);
}
