/** What a backup, an earlier state or a vault that was set aside has that the accounts of now have not, and what of it comes back. */
import { useState } from 'preact/hooks';
import { addFromBackup, type BackupChange } from '../src/app/backup';
import { accountCount } from '../src/ui/amounts';
import { Notice } from '../src/ui/notice';
import { busy, notice, say, sayFailure, whileBusy } from '../src/ui/page-state';
import { type TextKey, t } from '../src/ui/text';
import { AccountNames } from './account-names';
import { ChangedAccount, type Source } from './changed-account';
import { TickedAccount } from './ticked-account';

type Kind = BackupChange['kind'];

/** In the order in which they ask for a decision. */
const KINDS = ['changed', 'new', 'in-trash', 'same'] as const satisfies readonly Kind[];
const TITLES: Readonly<Record<Kind, TextKey>> = {
  changed: 'changesChanged',
  new: 'changesNew',
  'in-trash': 'changesInTrash',
  same: 'changesSame',
};

interface Props {
  readonly changes: readonly BackupChange[];
  readonly source: Source;
  readonly onEnd: () => void;
}

export function ChangesForm({ changes, source, onEnd }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<BackupChange>>(
    () => new Set(changes.filter(({ kind }) => kind === 'new')),
  );
  if (changes.every(({ kind }) => kind === 'same')) return <NothingNew count={changes.length} onEnd={onEnd} />;
  const choose = (change: BackupChange, isChosen: boolean) =>
    setChosen(new Set(changes.filter((one) => (one === change ? isChosen : chosen.has(one)))));
  const isBusy = busy.value !== undefined;
  return (
    <form
      class="stack"
      data-show="changes"
      onSubmit={(event) => {
        event.preventDefault();
        void restore(changes.filter((change) => chosen.has(change))).then((isDone) => isDone && onEnd());
      }}
    >
      {KINDS.map((kind) => (
        <Group
          key={kind}
          kind={kind}
          changes={changes.filter((change) => change.kind === kind)}
          source={source}
          chosen={chosen}
          onChoose={choose}
        />
      ))}
      <p class="soft small">{t('changesStay')}</p>
      <Notice notice={notice.value} />
      <div class="actions">
        <button type="button" class="button" data-do="cancel" disabled={isBusy} onClick={onEnd}>
          {t('cancel')}
        </button>
        <button type="submit" class="button primary" data-do="restore-chosen" disabled={isBusy || chosen.size === 0}>
          {t('restoreChosen')}
        </button>
      </div>
    </form>
  );
}

interface GroupProps extends Omit<Props, 'onEnd'> {
  readonly kind: Kind;
  readonly chosen: ReadonlySet<BackupChange>;
  readonly onChoose: (change: BackupChange, isChosen: boolean) => void;
}

function Group({ kind, changes, source, chosen, onChoose }: GroupProps) {
  if (changes.length === 0) return null;
  const title = t(TITLES[kind], String(changes.length));
  const list = (
    <ul class="account-list" data-show={`changes-${kind}`}>
      {changes.map((change, place) => {
        const props = { change, isChosen: chosen.has(change), onChoose: (is: boolean) => onChoose(change, is) };
        return (
          <li key={place} class="account">
            {kind === 'same' && <AccountNames account={change.account} />}
            {kind === 'changed' && <ChangedAccount {...props} source={source} />}
            {(kind === 'new' || kind === 'in-trash') && <TickedAccount {...props} />}
          </li>
        );
      })}
    </ul>
  );
  if (kind !== 'same')
    return (
      <div class="stack">
        <h3>{title}</h3>
        {list}
      </div>
    );
  return (
    <details class="advanced">
      <summary data-do="show-same">{title}</summary>
      {list}
    </details>
  );
}

function NothingNew({ count, onEnd }: { readonly count: number; readonly onEnd: () => void }) {
  return (
    <>
      <p role="status" data-show="changes-none">
        {t('changesNone', accountCount(count))}
      </p>
      <div>
        <button type="button" class="button" data-do="cancel" onClick={onEnd}>
          {t('back')}
        </button>
      </div>
    </>
  );
}

/** Answers whether it is written. */
async function restore(chosen: readonly BackupChange[]): Promise<boolean> {
  let isDone = false;
  await whileBusy('change', async () => {
    const restored = await addFromBackup(
      chosen.map(({ kind, ...one }) => ({ ...one, how: kind === 'changed' ? 'replace' : 'add' })),
    );
    if (!restored.ok) return await sayFailure(restored.error);
    isDone = true;
    const isReplaced = chosen.some(({ kind }) => kind === 'changed');
    say([t('restoredChosen', accountCount(chosen.length)), isReplaced ? t('restoredReplaced') : ''].join(' ').trim());
  });
  return isDone;
}
