/** Light, dark, or as the system is. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { chooseTheme, readTheme, THEMES, type Theme } from '../src/app/settings';
import { Notice } from '../src/ui/notice';
import { notice, say, sayFailure } from '../src/ui/page-state';
import { type TextKey, t } from '../src/ui/text';
import { RadioGroup } from './radio-group';

const WORDS: Readonly<Record<Theme, TextKey>> = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' };

const theme = signal<Theme>('system');

export function AppearanceSection() {
  useEffect(() => void readTheme().then(show), []);
  return (
    <>
      <RadioGroup
        name="theme"
        label={t('themeLabel')}
        value={theme.value}
        options={THEMES.map((name) => [name, t(WORDS[name])] as const)}
        onChange={(name) => void choose(name)}
      />
      <Notice notice={notice.value} />
    </>
  );
}

function show(name: Theme): void {
  theme.value = name;
}

async function choose(name: Theme): Promise<void> {
  show(name);
  const chosen = await chooseTheme(name);
  if (chosen.ok) say(t('settingSaved'));
  else sayFailure(chosen.error);
}
