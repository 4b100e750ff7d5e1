/** The states of earlier days that the vault keeps, each to be held against the accounts of now. */
import { useEffect, useState } from 'preact/hooks';
import type { BackupChange } from '../src/app/backup';
import { compareWithNow, earlierStates, type OpenedSnapshot } from '../src/app/recovery';
import { accountCount } from '../src/ui/amounts';
import { dateText } from '../src/ui/moments';
import { busy, home, sayFailure, whileBusy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { ChangesForm } from './changes-form';
import type { OpenWay } from './way';

interface Props {
  readonly opened: OpenWay;
  readonly isReadOnly: boolean;
}

export function EarlierStates({ opened, isReadOnly }: Props) {
  const [states, setStates] = useState<readonly OpenedSnapshot[]>();
  const [changes, setChanges] = useState<readonly BackupChange[]>([]);
  const now = home.value;
  // Read anew with every change of the vault, which may have kept one more.
  useEffect(() => void earlierStates().then((read) => now !== undefined && read.ok && setStates(read.value)), [now]);
  if (states === undefined) return null;
  const open = async (state: OpenedSnapshot) => {
    const compared = await compare(state);
    if (compared === undefined) return;
    setChanges(compared);
    opened.value = state.key;
  };
  return (
    <section data-show="earlier-states">
      <h2>{t('earlierTitle')}</h2>
      <p class="soft">{t('earlierText')}</p>
      {states.length === 0 && <p data-show="earlier-none">{t('earlierNone')}</p>}
      <ul class="account-list">
        {states.map((state) => (
          <li key={state.key} class="account">
            <span class="account-names whole">
              <strong>{dateText(state.atMs)}</strong>
              <span class="soft small">{accountCount(state.content.accounts.length)}</span>
            </span>
            {opened.value === state.key ? (
              <div class="account-edit">
                <ChangesForm changes={changes} source="earlier-state" onEnd={() => (opened.value = undefined)} />
              </div>
            ) : (
              !isReadOnly && (
                <button
                  type="button"
                  class="button small"
                  data-do="compare"
                  aria-label={t('actionFor', t('compare'), dateText(state.atMs))}
                  disabled={busy.value !== undefined}
                  onClick={() => void open(state)}
                >
                  {t('compare')}
                </button>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function compare(state: OpenedSnapshot): Promise<readonly BackupChange[] | undefined> {
  let changes: readonly BackupChange[] | undefined;
  await whileBusy('change', async () => {
    const compared = await compareWithNow(state);
    if (compared.ok) changes = compared.value;
    else await sayFailure(compared.error);
  });
  return changes;
}
