/** What a vault left that was started over from, to be kept as a file or deleted. */
import { useEffect, useState } from 'preact/hooks';
import { deleteSetAside, listSetAside, type SetAside, setAsideFile } from '../src/app/recovery';
import { kilobytes } from '../src/ui/amounts';
import { dateText } from '../src/ui/moments';
import { busy, home, sayFailure, whileBusy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { saveFile } from '../src/ui/text-files';

export function SetAsideList() {
  const [found, setFound] = useState<readonly SetAside[]>([]);
  const [doomedKey, setDoomedKey] = useState<string>();
  const now = home.value;
  useEffect(() => void listSetAside().then((read) => now !== undefined && read.ok && setFound(read.value)), [now]);
  if (found.length === 0) return null;
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
          </li>
        ))}
      </ul>
    </section>
  );
}

async function download(one: SetAside): Promise<void> {
  await whileBusy('change', async () => {
    const file = await setAsideFile(one);
    if (file.ok) saveFile(file.value);
    else sayFailure(file.error);
  });
}

async function remove(one: SetAside): Promise<void> {
  await whileBusy('change', async () => {
    const removed = await deleteSetAside(one);
    if (!removed.ok) sayFailure(removed.error);
  });
}
