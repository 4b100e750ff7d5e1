/** One part of the list, under its heading. */
import type { Account } from '../src/app/account';
import { look } from '../src/ui/look';
import { t } from '../src/ui/text';
import { VirtualRows } from '../src/ui/virtual-rows';
import { AccountRow } from './account-row';
import { activeId } from './active';
import { belongingOf, periods, type Section, sections } from './listing';
import { page } from './page';
import { savedId } from './state';

interface Props {
  readonly section: Section;
  readonly isReadOnly: boolean;
}

export function Rows({ section: { name, accounts }, isReadOnly }: Props) {
  const heading = headingOf(name);
  const find = (id: string | undefined) => (id === undefined ? undefined : accounts.find((one) => one.id === id));
  if (accounts.length === 0) return name === 'found' ? <p class="nothing-found soft">{t('searchNothing')}</p> : null;
  const isMovable = look.value.order === 'own' && name !== 'found' && !isReadOnly && accounts.length > 1;
  return (
    <section data-show={name} class={isMovable ? 'movable' : ''}>
      {heading !== undefined && (
        <h2 class="list-part" id={name}>
          {heading}
        </h2>
      )}
      <VirtualRows
        items={accounts}
        kept={find(activeId.value)}
        shown={find(savedId.value)}
        {...(heading === undefined ? { label: t('accountsTitle') } : { labelledBy: name })}
        row={(account: Account, place) => (
          <AccountRow
            key={account.id}
            account={account}
            place={place}
            belongs={belongingOf(account)}
            isPeriodShown={periods.value.length > 1}
            isReadOnly={isReadOnly}
          />
        )}
      />
    </section>
  );
}

function headingOf(name: Section['name']): string | undefined {
  if (name === 'this-site') return t('thisSite', page.value?.host ?? '');
  if (name === 'pinned') return t('pinnedAccounts');
  return name === 'others' && sections.value.length > 1 ? t('otherAccounts') : undefined;
}
