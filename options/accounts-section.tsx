/** All accounts, to be changed or deleted one by one or several at once, their groups, and those deleted lately. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { UnlockedHome } from '../src/app/home';
import { NewsLine } from '../src/ui/news-line';
import { Notice } from '../src/ui/notice';
import { notice } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { AccountsList, useListState } from './accounts-list';
import { BackupDue } from './backup-due';
import { ClockLine } from './clock-line';
import { EditedAccount } from './edited-account';
import { ExportTicked } from './export-ticked';
import { GroupsSection } from './groups-section';
import { TrashList } from './trash-list';
import { Unlocked } from './unlocked';

export function AccountsSection() {
  return <Unlocked>{(now) => <Accounts now={now} />}</Unlocked>;
}

/** What stands in the place of the list. */
type Opened = { readonly name: 'edit'; readonly id: string } | { readonly name: 'export' };

function Accounts({ now }: { readonly now: UnlockedHome }) {
  const [opened, setOpened] = useState<Opened>();
  const list = useListState(now);
  const open = (next: Opened) => {
    notice.value = undefined;
    setOpened(next);
  };
  const end = () => setOpened(undefined);
  const edited = opened?.name === 'edit' ? now.accounts.find(({ id }) => id === opened.id) : undefined;
  const isGone = opened?.name === 'edit' && edited === undefined;
  // Brought back later, it would open its form again by itself.
  useLayoutEffect(() => {
    if (isGone) end();
  }, [isGone]);
  if (edited !== undefined && !now.isReadOnly)
    return <EditedAccount key={edited.id} now={now} account={edited} onEnd={end} />;
  if (opened?.name === 'export' && list.ticked.accounts.length > 0)
    return <ExportTicked now={now} accounts={list.ticked.accounts} onEnd={end} />;
  return (
    <>
      {now.isReadOnly && <Notice notice={{ tone: 'bad', text: t('readOnlyNotice') }} />}
      <NewsLine now={now} />
      <BackupDue now={now} />
      <ClockLine />
      <div class="said" aria-live="polite">
        <Notice notice={notice.value} />
      </div>
      {now.accounts.length === 0 ? (
        <p data-show="empty">{t('optionsEmpty')}</p>
      ) : (
        <AccountsList
          now={now}
          state={list}
          onEdit={(id) => open({ name: 'edit', id })}
          onExport={() => open({ name: 'export' })}
        />
      )}
      <GroupsSection now={now} />
      <TrashList trashed={now.trashed} isReadOnly={now.isReadOnly} />
    </>
  );
}
