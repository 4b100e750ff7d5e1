/** The popup's top line: what Halfminute can do from everywhere. */

import { openSettings } from '../src/app/about';
import { lock } from '../src/app/lock';
import { Icon, type IconName } from '../src/ui/icon';
import { busy, home, refresh } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { scan } from './acts';
import { task, turnTo } from './state';

export function Header() {
  const now = home.value;
  const isUnlocked = now?.state === 'unlocked';
  const isList = isUnlocked && now.accounts.length > 0 && now.pending.length === 0 && task.value === undefined;
  return (
    <header class="header">
      <img src="/icons/icon-48.png" width="24" height="24" alt={isList ? 'Halfminute' : ''} />
      <strong class="grow">{isList ? '' : 'Halfminute'}</strong>
      {isList && !now.isReadOnly && (
        <>
          <button
            type="button"
            class="button small"
            data-do="scan"
            disabled={busy.value !== undefined}
            onPointerEnter={() => void warm()}
            onFocus={() => void warm()}
            onClick={() => void scan()}
          >
            {t(busy.value === 'scan' ? 'scanning' : 'scanPage')}
          </button>
          <HeaderButton act="paste" icon="add" label={t('pasteOrType')} onClick={() => turnTo({ name: 'paste' })} />
        </>
      )}
      {isUnlocked && now.protection === 'passphrase' && (
        <HeaderButton act="lock" icon="lock" label={t('lock')} onClick={() => void lockNow()} />
      )}
      <HeaderButton act="settings" icon="settings" label={t('openSettings')} onClick={() => void openSettings()} />
    </header>
  );
}

interface HeaderButtonProps {
  readonly act: string;
  readonly icon: IconName;
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

async function warm(): Promise<void> {
  (await import('../src/app/scan-picture')).warmScanner();
}
