/** A file with the ticked accounts alone, in the place of the list. */
import { useState } from 'preact/hooks';
import type { Account } from '../src/app/account';
import type { UnlockedHome } from '../src/app/home';
import { t } from '../src/ui/text';
import { MakeBackup } from './make-backup';

interface Props {
  readonly now: UnlockedHome;
  readonly accounts: readonly Account[];
  readonly onEnd: () => void;
}

export function ExportTicked({ now, accounts, onEnd }: Props) {
  // As they are when it is opened: another window may take one away meanwhile, and the file says how many it holds.
  const [part] = useState(() => ({ ids: accounts.map(({ id }) => id), of: now.accounts.length }));
  return (
    <section data-show="export">
      <h2>{t('exportTitle')}</h2>
      <p>{t('exportText', String(part.ids.length), String(part.of))}</p>
      <div class="narrow">
        <MakeBackup protection={now.protection} part={part} onEnd={onEnd} />
      </div>
    </section>
  );
}
