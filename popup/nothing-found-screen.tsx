/** A scan that brought no account in: why, and what to do instead. */
import type { NothingFound } from '../src/app/receive';
import { errorText } from '../src/ui/error-text';
import { Icon } from '../src/ui/icon';
import { Notice } from '../src/ui/notice';
import { busy, notice } from '../src/ui/page-state';
import { PictureRemarks, remarks } from '../src/ui/picture-remarks';
import { type TextKey, t } from '../src/ui/text';
import { turnTo } from './state';
import { scan, showAdd } from './tasks';

export type NoAccountInPictures = { readonly kind: 'no-account-in-pictures' };

export function NothingFoundScreen({ why }: { readonly why: NothingFound | NoAccountInPictures }) {
  const isBusy = busy.value !== undefined;
  // There, another scan would end as this one did.
  const isClosed = why.kind === 'capture-refused';
  return (
    <main class="screen" data-screen="nothing-found" data-why={why.kind}>
      <h1>{t(titleOf(why))}</h1>
      <Notice notice={notice.value ?? { tone: 'bad', text: textOf(why) }} />
      {why.kind === 'no-account-in-pictures' && <PictureRemarks remarks={remarks.value} />}
      <div class="stack">
        <button
          type="button"
          class={`button wide ${isClosed ? '' : 'primary'}`}
          data-do="scan"
          disabled={isBusy}
          onClick={() => void scan()}
        >
          <Icon name="scan" />
          {t(busy.value === 'scan' ? 'scanning' : 'scanAgain')}
        </button>
        <button
          type="button"
          class={`button wide ${isClosed ? 'primary' : ''}`}
          data-do="paste"
          onClick={() => turnTo({ name: 'paste' })}
        >
          <Icon name="link" />
          {t('pasteOrType')}
        </button>
        <button type="button" class="button wide" data-do="add-pictures" onClick={() => void showAdd()}>
          <Icon name="add" />
          {t('addPictures')}
        </button>
        <button type="button" class="button quiet" data-do="cancel" onClick={() => turnTo(undefined)}>
          {t('back')}
        </button>
      </div>
    </main>
  );
}

function textOf(why: NothingFound | NoAccountInPictures): string {
  return why.kind === 'no-account-in-pictures' ? t('picturesNothing') : errorText(why);
}

function titleOf({ kind }: NothingFound | NoAccountInPictures): TextKey {
  switch (kind) {
    case 'no-code':
    case 'no-code-in-view':
    case 'no-account-in-pictures':
      return 'noCodeTitle';
    case 'cut-off':
      return 'cutOffTitle';
    case 'no-enrolment-code':
      return 'noEnrolmentTitle';
    default:
      return 'notScannedTitle';
  }
}
