/** All accounts in one list of any length: searched, gone through by the keys, and ticked for what is done to several. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../src/app/account';
import type { UnlockedHome } from '../src/app/home';
import { t, visibleText } from '../src/ui/text';
import { VirtualRows } from '../src/ui/virtual-rows';
import { AccountLine } from './account-line';
import { ListBox } from './list-box';
import { findPart, partOfRow, placeForKey, type RowPart } from './row-keys';
import type { Ticked } from './ticked';

interface Props {
  readonly now: UnlockedHome;
  /** Those that are shown, in their order. */
  readonly listed: readonly Account[];
  readonly ticked: Ticked;
  /** Where it was left. */
  readonly from: ListPlace;
  readonly onEdit: (account: Account, from: ListPlace) => void;
  /** Up from the first row. */
  readonly onTop: () => void;
}

export interface ListPlace {
  readonly top: number;
  /** What was opened in the list's place, and is to come back to. */
  readonly back?: 'export' | { readonly id: string };
}

interface Active {
  readonly id: string;
  readonly part: RowPart;
  /** Grows with each time it is to take the focus; 0 where it has it already. */
  readonly asked: number;
}

export function AccountRows({ now, listed, ticked, from, onEdit, onTop }: Props) {
  const box = useRef<HTMLElement>(null);
  const [active, setActive] = useState<Active | undefined>(() =>
    typeof from.back === 'object' ? { id: from.back.id, part: 'edit', asked: 1 } : undefined,
  );
  /** Where a range of ticks begins. */
  const anchor = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = from.top;
  }, []);
  useLayoutEffect(() => {
    if (active !== undefined && active.asked > 0) findPart(box.current, active.id, active.part)?.focus();
  }, [active?.asked]);
  const groupNames = new Map(now.groups.map(({ id, name }) => [id, visibleText(name)]));
  const tick = (id: string, isTicked: boolean, isRange: boolean) => {
    const start = isRange ? listed.findIndex((one) => one.id === anchor.current) : -1;
    const end = listed.findIndex((one) => one.id === id);
    const range = start < 0 ? [id] : listed.slice(Math.min(start, end), Math.max(start, end) + 1).map((one) => one.id);
    ticked.set(range, isTicked);
    anchor.current = id;
  };
  const onKey = (event: KeyboardEvent) => {
    const row = partOfRow(event.target);
    if (row === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const to = placeForKey(
      event.key,
      listed.findIndex(({ id }) => id === row.id),
      listed.length,
    );
    if (to === undefined) return;
    event.preventDefault();
    const id = listed[to]?.id;
    if (id === undefined) return onTop();
    setActive((before) => ({ id, part: row.part, asked: (before?.asked ?? 0) + 1 }));
    if (event.shiftKey && row.part === 'tick') ticked.set([id], ticked.has(row.id));
  };
  return (
    <ListBox
      title="accountsTitle"
      count={listed.length}
      isReadOnly={now.isReadOnly}
      box={box}
      onKeyDown={onKey}
      onEnter={(target) => {
        const row = partOfRow(target);
        if (row !== undefined) setActive((before) => ({ ...row, asked: before?.asked ?? 0 }));
      }}
    >
      <VirtualRows
        class="account-list"
        label={t('accountsTitle')}
        items={listed}
        kept={listed.find(({ id }) => id === active?.id)}
        row={(account: Account, place) => (
          <AccountLine
            key={account.id}
            account={account}
            place={place}
            group={groupNames.get(account.groupId ?? '')}
            isReadOnly={now.isReadOnly}
            isTicked={ticked.has(account.id)}
            onTick={(isTicked, isRange) => tick(account.id, isTicked, isRange)}
            onEdit={() => onEdit(account, { top: box.current?.scrollTop ?? 0, back: { id: account.id } })}
          />
        )}
      />
    </ListBox>
  );
}
