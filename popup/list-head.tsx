/** Above the list: what it is searched by, and how long its codes last. */
import { Countdown } from '../src/ui/countdown';
import { periodText } from '../src/ui/period-text';
import { t, visibleText } from '../src/ui/text';
import { groupId, groups, periods, query, ringed, searchFor } from './listing';

/** Fewer stand in sight all at once: there the search comes with the first letter. */
const MANY = 6;

export function ListHead({ count }: { readonly count: number }) {
  const isSearched = count >= MANY || query.value !== '';
  return (
    <div class="list-head">
      <h1 class={isSearched ? 'sr-only' : 'list-title'}>{t('accountsTitle')}</h1>
      <input
        type="search"
        class={isSearched ? 'search' : 'search few'}
        data-field="search"
        aria-label={t('searchLabel')}
        placeholder={t('searchLabel')}
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        onInput={({ currentTarget }) => void searchFor(currentTarget.value)}
      />
      {groups.value.length > 0 && (
        <select
          class="group-choice"
          data-field="group"
          aria-label={t('groupLabel')}
          value={groupId.value ?? ''}
          onChange={({ currentTarget }) => {
            groupId.value = currentTarget.value || undefined;
          }}
        >
          <option value="">{t('groupAll')}</option>
          {groups.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {visibleText(name)}
            </option>
          ))}
        </select>
      )}
      <div class="periods">
        {ringed.value.map((periodSeconds) => (
          <span key={periodSeconds} class="period">
            {periods.value.length > 1 && <span class="soft small">{t('periodCodes', periodText(periodSeconds))}</span>}
            <Countdown periodSeconds={periodSeconds} />
          </span>
        ))}
      </div>
    </div>
  );
}
