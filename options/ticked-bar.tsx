/** What can be done to the accounts that are ticked. Its buttons stay where they are while one of them does its work. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StoredGroup } from '../src/app/home';
import { Icon } from '../src/ui/icon';
import { t } from '../src/ui/text';
import { GroupChoice } from './group-choice';
import type { Ticked } from './ticked';
import { deleteTicked, pinTicked } from './ticked-tasks';

interface Props {
  readonly ticked: Ticked;
  readonly count: number;
  /** How many of the ticked ones the search leaves out. */
  readonly unseen: number;
  readonly groups: readonly StoredGroup[];
  readonly onExport: () => void;
  /** Nothing is ticked any more. */
  readonly onEmpty: () => void;
}

export function TickedBar({ ticked, count, unseen, groups, onExport, onEmpty }: Props) {
  const [isGrouping, setGrouping] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasGrouping = useRef(false);
  useLayoutEffect(() => {
    if (wasGrouping.current && !isGrouping) opener.current?.focus();
    wasGrouping.current = isGrouping;
  }, [isGrouping]);
  const { accounts } = ticked;
  const areAllPinned = accounts.every((account) => account.pinned === true);
  const empty = () => {
    onEmpty();
    ticked.clear();
  };
  return (
    <section class="ticked-bar" aria-label={t('tickedLabel')} data-show="ticked">
      <p data-show="ticked-count">
        <strong>{t('tickedCount', String(accounts.length), String(count))}</strong>
        {unseen > 0 && <span class="soft"> ({t('tickedUnseen', String(unseen))})</span>}
      </p>
      <div class="ticked-acts">
        <button
          type="button"
          class="button small"
          ref={opener}
          data-do="group-ticked"
          aria-expanded={isGrouping}
          onClick={() => setGrouping(!isGrouping)}
        >
          {t('groupPut')}
        </button>
        <button
          type="button"
          class="button small"
          data-do={areAllPinned ? 'unpin-ticked' : 'pin-ticked'}
          onClick={() => void pinTicked(accounts, !areAllPinned)}
        >
          {t(areAllPinned ? 'unpinTicked' : 'pinTicked')}
        </button>
        <button type="button" class="button small" data-do="export-ticked" onClick={onExport}>
          {t('exportTicked')}
        </button>
        <button
          type="button"
          class="button small danger"
          data-do="delete-ticked"
          onClick={() => void deleteTicked(accounts).then((isDone) => isDone && empty())}
        >
          <Icon name="trash" />
          {t('deleteTicked')}
        </button>
        <button type="button" class="button small quiet" data-do="tick-none" onClick={empty}>
          {t('tickNone')}
        </button>
      </div>
      {isGrouping && <GroupChoice accounts={accounts} groups={groups} onEnd={() => setGrouping(false)} />}
    </section>
  );
}
