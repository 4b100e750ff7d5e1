/** The accounts with their codes, those of the page in front first. A click on one copies its code; Fill types it in. */
import { useLayoutEffect } from 'preact/hooks';
import type { UnlockedHome } from '../src/app/home';
import { NewsLine } from '../src/ui/news-line';
import { Notice } from '../src/ui/notice';
import { t } from '../src/ui/text';
import { focusThisSite } from './active';
import { BackupLine } from './backup-line';
import { ClockFoot, ClockLine } from './clock-line';
import { ListHead } from './list-head';
import { onListKey } from './list-keys';
import { sections } from './listing';
import { page, siteCheck } from './page';
import { Rows } from './rows';
import { PageWarning, Said } from './screens';
import { isOpening, returnToPlace, turnTo } from './state';

export function ListScreen({ home }: { readonly home: UnlockedHome }) {
  useLayoutEffect(() => {
    returnToPlace();
    // With the keys that open the popup, two are enough for a code.
    if (isOpening()) focusThisSite();
  }, []);
  // Not behind the drawing: a key may come with it.
  useLayoutEffect(() => {
    addEventListener('keydown', onListKey);
    return () => removeEventListener('keydown', onListKey);
  }, []);
  const isLookAlike = (siteCheck.value?.lookAlikes.size ?? 0) > 0;
  return (
    <main class="list-screen" data-screen="list" data-count={home.accounts.length}>
      <ListHead count={home.accounts.length} />
      {page.value !== undefined && isLookAlike && <PageWarning page={page.value} />}
      <ClockLine />
      <NewsLine now={home} />
      <BackupLine now={home} />
      {home.protection === 'device' && <DeviceMark isReadOnly={home.isReadOnly} />}
      {home.isReadOnly && <Notice notice={{ tone: 'bad', text: t('readOnlyNotice') }} />}
      {sections.value.map((section) => (
        <Rows key={section.name} section={section} isReadOnly={home.isReadOnly} />
      ))}
      <ClockFoot />
      <Said />
    </main>
  );
}

/** Stands there as long as no passphrase protects the accounts. */
function DeviceMark({ isReadOnly }: { readonly isReadOnly: boolean }) {
  return (
    <p class="device-mark small" data-show="device-mark">
      {t('deviceMark')}{' '}
      {!isReadOnly && (
        <button type="button" class="inline" data-do="protect" onClick={() => turnTo({ name: 'protect' })}>
          {t('protectShort')}
        </button>
      )}
    </p>
  );
}
