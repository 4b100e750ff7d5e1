/** Above the list of accounts: what it is searched by, and the box that ticks all it shows. */
import type { RefObject } from 'preact';
import type { Account } from '../src/app/account';
import { t } from '../src/ui/text';
import type { Ticked } from './ticked';

/** Fewer are seen all at once. */
const MANY = 6;

interface Props {
  readonly count: number;
  readonly listed: readonly Account[];
  readonly ticked: Ticked;
  readonly isReadOnly: boolean;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Down to the first row. */
  readonly onDown: () => void;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly all: RefObject<HTMLInputElement | null>;
}

export function ListTools(props: Props) {
  const { count, listed, ticked, isReadOnly, query, onQuery, onDown, search, all } = props;
  const shown = listed.filter(({ id }) => ticked.has(id)).length;
  const isSearched = query.trim() !== '';
  return (
    <div class="list-tools">
      {(count >= MANY || query !== '') && (
        <input
          type="search"
          class="search"
          ref={search}
          data-field="search"
          aria-label={t('searchLabel')}
          placeholder={t('searchLabel')}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={({ currentTarget }) => onQuery(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Escape' && query !== '') onQuery('');
            else if (event.key === 'ArrowDown') onDown();
            else return;
            event.preventDefault();
          }}
        />
      )}
      {!isReadOnly && listed.length > 0 && (
        <label class="tick tick-all">
          <input
            type="checkbox"
            ref={all}
            data-do="tick-all"
            checked={shown === listed.length}
            indeterminate={shown > 0 && shown < listed.length}
            onChange={({ currentTarget }) =>
              ticked.set(
                listed.map(({ id }) => id),
                currentTarget.checked,
              )
            }
          />
          {t(isSearched ? 'tickAllFound' : 'tickAll')}
        </label>
      )}
    </div>
  );
}
