/** What earlier vaults left, to be brought back, kept as a file or deleted. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { deleteSetAside, listSetAside, type SetAside, setAsideFile } from '../src/app/recovery';
import { kilobytes } from '../src/ui/amounts';
import { dateText } from '../src/ui/moments';
import { busy, home, notice, sayFailure, whileBusy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { saveFile } from '../src/ui/text-files';
import { BringBack } from './bring-back';
import type { OpenWay } from './way';

export function SetAsideList({ opened }: { readonly opened: OpenWay }) {
  const [found, setFound] = useState<readonly SetAside[]>([]);
  const [doomedKey, setDoomedKey] = useState<string>();
  const now = home.value;
  useEffect(() => void listSetAside().then((read) => now !== undefined && read.ok && setFound(read.value)), [now]);
  if (found.length === 0) return null;
  const isReadOnly = now?.state === 'unlocked' && now.isReadOnly;
  return (
    <section data-show="set-aside">
      <h2>{t('setAsideTitle')}</h2>
      <p class="soft">{t('setAsideText')}</p>
      <ul class="account-list">
        {found.map((one) => (
          <li key={one.key} class="account">
            <span class="account-names whole">
              <strong>{dateText(one.atMs)}</strong>
              <span class="soft small">{kilobytes(one.length)}</span>
            </span>
            <span class="account-actions">
              {!isReadOnly && <BringBackButton one={one} opened={opened} />}
              <button
                type="button"
                class="button small"
                data-do="download"
                aria-label={t('actionFor', t('download'), dateText(one.atMs))}
                disabled={busy.value !== undefined}
                onClick={() => void download(one)}
              >
                {t('download')}
              </button>
              <button
                type="button"
                class="button small danger"
                data-do={doomedKey === one.key ? 'forget-surely' : 'forget'}
                disabled={busy.value !== undefined}
                onClick={() => (doomedKey === one.key ? void remove(one) : setDoomedKey(one.key))}
              >
                {t(doomedKey === one.key ? 'forgetSurely' : 'forget')}
              </button>
            </span>
            {!isReadOnly && opened.value === one.key && (
              <BringBack one={one} onEnd={() => (opened.value = undefined)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Not shown while what it opened is. Behind that, the keyboard goes on from it. */
function BringBackButton({ one, opened }: { readonly one: SetAside; readonly opened: OpenWay }) {
  const isOpen = opened.value === one.key;
  const wasOpen = useRef(false);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (wasOpen.current && opened.value === undefined) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, opened]);
  if (isOpen) return null;
  return (
    <button
      type="button"
      ref={button}
      class="button small"
      data-do="bring-back"
      aria-label={t('actionFor', t('restore'), dateText(one.atMs))}
      disabled={busy.value !== undefined}
      onClick={() => {
        notice.value = undefined;
        opened.value = one.key;
      }}
    >
      {t('restore')}
    </button>
  );
}

async function download(one: SetAside): Promise<void> {
  await whileBusy('change', async () => {
    const file = await setAsideFile(one);
    if (file.ok) saveFile(file.value);
    else await sayFailure(file.error);
  });
}

async function remove(one: SetAside): Promise<void> {
  await whileBusy('change', async () => {
    const removed = await deleteSetAside(one);
    if (!removed.ok) await sayFailure(removed.error);
  });
}
