/** Several accounts that came in together: ticked are those to keep, all but what is here already or twice in the list. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Account } from '../app/account';
import type { PendingAccount } from '../app/home';
import type { Incoming } from '../app/save';
import { repeatedIds, twinFinder } from '../app/twins';
import { accountCount } from './amounts';
import { Countdown } from './countdown';
import { Notice } from './notice';
import { busy, notice } from './page-state';
import { typedName } from './preview-one';
import { type Choice, firstChoice, PreviewRow } from './preview-row';
import { bound, useSiteOffers } from './site-offers';
import { t } from './text';

interface Props {
  readonly pending: readonly PendingAccount[];
  /** Those that are saved. */
  readonly accounts: readonly Account[];
  readonly onSave: (incoming: readonly Incoming[], discardedIds: readonly string[]) => void;
  readonly onDiscard: () => void;
  readonly children?: ComponentChildren;
}

export function PreviewMany({ pending, accounts, onSave, onDiscard, children }: Props) {
  /** By account id: what the person has changed. */
  const [changes, setChanges] = useState<Readonly<Record<string, Partial<Choice>>>>({});
  const findTwin = useMemo(() => twinFinder(accounts), [accounts]);
  const repeated = useMemo(() => repeatedIds(pending), [pending]);
  const { offers, isKnown } = useSiteOffers(pending, accounts);
  const rows = pending.map((account) => {
    const isRepeated = repeated.has(account.id);
    const isHere = findTwin(account)?.kind === 'same-secret';
    const offer = offers.get(account.id);
    const choice = { ...firstChoice(account, !isRepeated && !isHere, offer), ...changes[account.id] };
    const names = {
      issuer: typedName(account.issuer, choice.issuer),
      label: typedName(account.label, choice.label),
    };
    const named = bound({ ...account, ...names }, offer, choice);
    return { account, named, offer, choice, isRepeated, twin: findTwin(named) };
  });
  const kept = rows.filter(({ choice }) => choice.isTicked);
  const periods = new Set(pending.flatMap((account) => (account.type === 'hotp' ? [] : [account.periodSeconds])));
  const [onlyPeriod] = periods;
  const submit = () =>
    onSave(
      kept.map(({ named, choice, twin }) => ({
        account: named,
        replacedId: choice.isReplacing ? twin?.account.id : undefined,
      })),
      rows.filter(({ choice }) => !choice.isTicked).map(({ account }) => account.id),
    );
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div class="title-line">
        <p class="soft small">{t('previewManyHelp')}</p>
        {periods.size === 1 && onlyPeriod !== undefined && <Countdown periodSeconds={onlyPeriod} />}
      </div>
      {children}
      <ul class="incoming-list" aria-label={t('previewManyTitle')}>
        {rows.map(({ account, ...row }) => (
          <PreviewRow
            key={account.id}
            account={account}
            offer={row.offer}
            choice={row.choice}
            twin={row.twin}
            isRepeated={row.isRepeated}
            onChange={(change) => setChanges({ ...changes, [account.id]: { ...changes[account.id], ...change } })}
          />
        ))}
      </ul>
      <div class="stays">
        <Notice notice={notice.value} />
        <div class="actions">
          <button
            type="button"
            class="button"
            data-do="discard-all"
            disabled={busy.value !== undefined}
            onClick={onDiscard}
          >
            {t('discardAll')}
          </button>
          <button
            type="submit"
            class="button primary"
            data-do="save-all"
            disabled={busy.value !== undefined || !isKnown || kept.length === 0}
          >
            {t('saveMany', accountCount(kept.length))}
          </button>
        </div>
      </div>
    </form>
  );
}
