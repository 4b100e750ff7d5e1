/** Light or dark, in which order the accounts stand, and whether their codes are always shown. */
import { changeLook, type Look, ORDERS, type Order, THEMES, type Theme } from '../src/app/settings';
import { applyLook, look } from '../src/ui/look';
import { Notice } from '../src/ui/notice';
import { notice, say, sayFailure } from '../src/ui/page-state';
import { type TextKey, t } from '../src/ui/text';
import { RadioGroup } from './radio-group';

const THEME_WORDS: Readonly<Record<Theme, TextKey>> = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' };
const ORDER_WORDS: Readonly<Record<Order, TextKey>> = { own: 'orderOwn', name: 'orderName', newest: 'orderNewest' };

export function AppearanceSection() {
  const { theme, order, hidesCodes } = look.value;
  return (
    <>
      <RadioGroup
        name="theme"
        label={t('themeLabel')}
        value={theme}
        options={THEMES.map((name) => [name, t(THEME_WORDS[name])] as const)}
        onChange={(name) => void choose({ theme: name })}
      />
      <RadioGroup
        name="order"
        label={t('orderLabel')}
        value={order}
        options={ORDERS.map((name) => [name, t(ORDER_WORDS[name])] as const)}
        onChange={(name) => void choose({ order: name })}
      />
      <label class="tick">
        <input
          type="checkbox"
          data-choice="hide-codes"
          checked={hidesCodes}
          onChange={(event) => void choose({ hidesCodes: event.currentTarget.checked })}
        />
        <span>
          {t('hideCodes')}
          <span class="soft small block">{t('hideCodesHelp')}</span>
        </span>
      </label>
      <Notice notice={notice.value} />
    </>
  );
}

async function choose(changes: Partial<Look>): Promise<void> {
  const chosen = await changeLook(changes);
  if (!chosen.ok) return await sayFailure(chosen.error);
  await applyLook();
  say(t('settingSaved'));
}
