/** One line about what was mended, or could not be, until the person takes it away. */
import type { News, UnlockedHome } from '../app/home';
import { dismissNews } from '../app/news';
import { accountCount } from './amounts';
import { refresh } from './page-state';
import { type TextKey, t } from './text';

const WORDS: Readonly<Record<News, TextKey>> = {
  'local-healed': 'newsLocalHealed',
  'mirror-healed': 'newsMirrorHealed',
  'older-state': 'newsOlderState',
  'mirror-failing': 'newsMirrorFailing',
  'other-vault': 'newsOtherVault',
  superseded: 'newsSuperseded',
};

const ALL_IS_WELL: readonly News[] = ['local-healed', 'mirror-healed'];

export function NewsLine({ now: { news, accounts } }: { readonly now: UnlockedHome }) {
  if (news === undefined) return null;
  return (
    <div class={`notice ${ALL_IS_WELL.includes(news) ? 'good' : 'warn'}`}>
      <p role="status" data-show="news">
        {t(WORDS[news], accountCount(accounts.length))}
      </p>
      <button type="button" class="button small" data-do="dismiss-news" onClick={() => void dismiss()}>
        {t('dismiss')}
      </button>
    </div>
  );
}

async function dismiss(): Promise<void> {
  await dismissNews();
  await refresh();
}
