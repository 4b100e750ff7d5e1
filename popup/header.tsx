/** The popup's top line: what Halfminute can do from everywhere. */

import { openAbout } from '../src/app/about';
import { lock } from '../src/app/lock';
import { Icon } from '../src/ui/icon';
import { t } from '../src/ui/text';
import { busy, home, refresh, task, turnTo } from './state';
import { scan } from './tasks';

export function Header() {
  const now = home.value;
  const hasAccounts =
    now?.state === 'unlocked' && now.accounts.length > 0 && now.pending.length === 0 && task.value === undefined;
  return (
    <header class="header">
      <img src="/icons/icon-48.png" width="24" height="24" alt={hasAccounts ? 'Halfminute' : ''} />
      <strong class="grow">{hasAccounts ? '' : 'Halfminute'}</strong>
      {hasAccounts && !now.isReadOnly && (
        <>
          <button
            type="button"
            class="button small"
            data-do="scan"
            disabled={busy.value !== undefined}
            onClick={() => void scan()}
          >
            {t(busy.value === 'scan' ? 'scanning' : 'scanPage')}
          </button>
          <HeaderButton act="paste" icon="link" label={t('pasteLink')} onClick={() => turnTo({ name: 'paste' })} />
        </>
      )}
      {now?.state === 'unlocked' && (
        <HeaderButton act="lock" icon="lock" label={t('lock')} onClick={() => void lockNow()} />
      )}
      <HeaderButton act="about" icon="about" label={t('openSettings')} onClick={() => void openAbout()} />
    </header>
  );
}

interface HeaderButtonProps {
  readonly act: string;
  readonly icon: 'link' | 'lock' | 'about';
  readonly label: string;
  readonly onClick: () => void;
}

function HeaderButton({ act, icon, label, onClick }: HeaderButtonProps) {
  return (
    <button type="button" class="button icon" data-do={act} title={label} aria-label={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

async function lockNow(): Promise<void> {
  await lock();
  await refresh();
}
