/** The list of accounts with what stands above and below it. What a person did there outlasts what opens in its place. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { UnlockedHome } from '../src/app/home';
import { t } from '../src/ui/text';
import { AccountRows, type ListPlace } from './account-rows';
import { focusHeading } from './heading';
import { ListTools } from './list-tools';
import { findPart } from './row-keys';
import { useSearched } from './searched';
import { type Ticked, useTicked } from './ticked';
import { TickedBar } from './ticked-bar';

export interface ListState {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly ticked: Ticked;
  /** Where the list was left. */
  readonly place: ListPlace;
  readonly setPlace: (place: ListPlace) => void;
}

export function useListState(now: UnlockedHome): ListState {
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState<ListPlace>({ top: 0 });
  return { query, setQuery, ticked: useTicked(now.accounts), place, setPlace };
}

interface Props {
  readonly now: UnlockedHome;
  readonly state: ListState;
  readonly onEdit: (id: string) => void;
  readonly onExport: () => void;
}

export function AccountsList({ now, state, onEdit, onExport }: Props) {
  const { query, setQuery, ticked, place, setPlace } = state;
  const part = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const all = useRef<HTMLInputElement>(null);
  const listed = useSearched(now, query);
  const shown = new Set(listed);
  const box = () => part.current?.querySelector('.account-box') ?? null;
  const toTop = () => {
    const top = search.current ?? all.current;
    if (top === null) focusHeading();
    else top.focus();
  };
  // Behind what stood in its place, the keyboard goes on from where that was opened, or from the top where that is gone.
  useLayoutEffect(() => {
    if (place.back === 'export') part.current?.querySelector<HTMLElement>('[data-do=export-ticked]')?.focus();
    if (place.back !== undefined && !part.current?.contains(document.activeElement)) toTop();
    setPlace({ top: 0 });
  }, []);
  // What is found best stands at the top.
  const searchFor = (text: string) => {
    setQuery(text);
    box()?.scrollTo(0, 0);
  };
  return (
    <div class="account-part" ref={part}>
      <ListTools
        count={now.accounts.length}
        listed={listed}
        ticked={ticked}
        isReadOnly={now.isReadOnly}
        query={query}
        onQuery={searchFor}
        onDown={() => listed[0] !== undefined && findPart(part.current, listed[0].id, 'tick')?.focus()}
        search={search}
        all={all}
      />
      {listed.length === 0 ? (
        <p class="soft" data-show="nothing-found">
          {t('searchNothing')}
        </p>
      ) : (
        <AccountRows
          now={now}
          listed={listed}
          ticked={ticked}
          from={place}
          onTop={toTop}
          onEdit={({ id }, from) => {
            setPlace(from);
            onEdit(id);
          }}
        />
      )}
      {ticked.accounts.length > 0 && !now.isReadOnly && (
        <TickedBar
          ticked={ticked}
          count={now.accounts.length}
          unseen={ticked.accounts.filter((account) => !shown.has(account)).length}
          groups={now.groups}
          onEmpty={toTop}
          onExport={() => {
            setPlace({ top: box()?.scrollTop ?? 0, back: 'export' });
            onExport();
          }}
        />
      )}
    </div>
  );
}
