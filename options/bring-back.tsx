/** A vault that was set aside, opened where it stands: into the unlocked vault by what differs, or as the vault where none is. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type ReadBackup, readSetAside } from '../src/app/backup';
import type { SetAside } from '../src/app/recovery';
import { bringBackErrorText } from '../src/ui/error-text';
import { Notice } from '../src/ui/notice';
import { busy, notice, sayBad, whileBusy } from '../src/ui/page-state';
import { PassphraseForm } from '../src/ui/passphrase-form';
import { t } from '../src/ui/text';
import { BackupSummary } from './backup-summary';
import { ChangesForm } from './changes-form';
import { RestoreAll } from './restore-all';

interface Props {
  readonly one: SetAside;
  readonly onEnd: () => void;
}

interface Given {
  readonly backup: ReadBackup;
  /** What opened it; undefined where this device's own key did. */
  readonly passphrase: string | undefined;
}

export function BringBack({ one, onEnd }: Props) {
  const [given, setGiven] = useState<Given>();
  const [asks, setAsks] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const open = async (passphrase?: string) => {
    const opened = await openHere(one, passphrase);
    if (opened === 'passphrase-needed') setAsks(true);
    else if (opened !== undefined) setGiven({ backup: opened, passphrase });
  };
  useLayoutEffect(() => void open(), []);
  // What the keyboard was at is gone: it goes on from here, with all of it in sight.
  useLayoutEffect(() => {
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus();
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, [given, asks]);
  return (
    <div ref={panel} class="account-edit" tabIndex={-1} data-show="bring-back">
      <div class="narrow">
        {given !== undefined ? (
          <Opened given={given} onEnd={onEnd} />
        ) : asks ? (
          <>
            <p>{t('bringBackAsks')}</p>
            <PassphraseForm
              action={t('continueAction')}
              onGive={(passphrase) => void open(passphrase)}
              onBack={onEnd}
            />
          </>
        ) : (
          <>
            <Notice notice={notice.value} />
            <div>
              <button type="button" class="button" data-do="back" disabled={busy.value !== undefined} onClick={onEnd}>
                {t('back')}
              </button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}

function Opened({ given: { backup, passphrase }, onEnd }: { readonly given: Given; readonly onEnd: () => void }) {
  if (backup.changes === undefined)
    return <RestoreAll backup={backup} passphrase={passphrase} source="set-aside" onEnd={onEnd} />;
  return (
    <>
      <BackupSummary backup={backup} source="set-aside" />
      <ChangesForm changes={backup.changes} source="set-aside" onEnd={onEnd} />
    </>
  );
}

async function openHere(one: SetAside, passphrase?: string): Promise<ReadBackup | 'passphrase-needed' | undefined> {
  let opened: ReadBackup | 'passphrase-needed' | undefined;
  await whileBusy('unlock', async () => {
    const read = await readSetAside(one, passphrase);
    if (read.ok && !read.value.isNewer) opened = read.value;
    else if (read.ok) sayBad(bringBackErrorText({ kind: 'newer' }));
    else if (read.error.kind === 'passphrase-needed') opened = 'passphrase-needed';
    else sayBad(bringBackErrorText(read.error));
  });
  return opened;
}
