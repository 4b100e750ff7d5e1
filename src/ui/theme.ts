/** The look a person chose, on the page's root: the tokens follow it. */
import { onThemeChange, readTheme } from '../app/settings';

export async function followTheme(): Promise<void> {
  onThemeChange(() => void applyTheme());
  await applyTheme();
}

async function applyTheme(): Promise<void> {
  document.documentElement.dataset['theme'] = await readTheme();
}
