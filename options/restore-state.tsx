/** An earlier state that is whole, made the vault again where no copy of the vault opens. */
import { useEffect, useState } from 'preact/hooks';
import type { Protection } from '../src/app/home';
import { type OpenedSnapshot, type OpenedSnapshots, openRemains, restoreRemains } from '../src/app/recovery';
import { accountCount } from '../src/ui/amounts';
import { dateText } from '../src/ui/moments';
import { Notice } from '../src/ui/notice';
import { busy, notice, say, sayFailure, whileBusy } from '../src/ui/page-state';
import { PassphraseForm } from '../src/ui/passphrase-form';
import { t } from '../src/ui/text';
import { onUnreadable } from './on-unreadable';

interface Props {
  readonly protection: Protection;
  readonly onEnd: () => void;
}

export function RestoreState({ protection, onEnd }: Props) {
  const [opened, setOpened] = useState<OpenedSnapshots>();
  const isOpenByItself = protection === 'device';
  useEffect(() => {
    if (isOpenByItself) void open(undefined).then(setOpened);
  }, [isOpenByItself]);
  if (opened === undefined && !isOpenByItself)
    return (
      <PassphraseForm
        action={t('continueAction')}
        onGive={(passphrase) => void open(passphrase).then(setOpened)}
        onBack={onEnd}
      />
    );
  return (
    <>
      <ul class="account-list" data-show="states">
        {opened?.snapshots.map((state, place) => (
          <li key={state.key} class="account">
            <span class="account-names whole">
              <strong>{dateText(state.atMs)}</strong>
              <span class="soft small">{accountCount(state.content.accounts.length)}</span>
            </span>
            <button
              type="button"
              class={`button small ${place === 0 ? 'primary' : ''}`}
              data-do="restore-this"
              aria-label={t('restoreFrom', dateText(state.atMs))}
              disabled={busy.value !== undefined}
              onClick={() => void restore(opened, state)}
            >
              {t('restoreThis')}
            </button>
          </li>
        ))}
      </ul>
      <Notice notice={notice.value} />
      <div>
        <button type="button" class="button" data-do="back" disabled={busy.value !== undefined} onClick={onEnd}>
          {t('back')}
        </button>
      </div>
    </>
  );
}

async function open(passphrase: string | undefined): Promise<OpenedSnapshots | undefined> {
  let opened: OpenedSnapshots | undefined;
  await whileBusy('unlock', async () => {
    const read = await openRemains(passphrase);
    if (read.ok) opened = read.value;
    else await sayFailure(read.error);
  });
  return opened;
}

async function restore(opened: OpenedSnapshots, { key, atMs, content }: OpenedSnapshot): Promise<void> {
  await whileBusy('change', async () => {
    const restored = await restoreRemains(opened, key, onUnreadable());
    if (restored.ok) say(t('stateRestored', accountCount(content.accounts.length), dateText(atMs)));
    else await sayFailure(restored.error);
  });
}
