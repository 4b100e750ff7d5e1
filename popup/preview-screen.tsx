/** What came in and is not saved yet: one account, or several to choose among. */
import type { Account } from '../src/app/account';
import type { PendingAccount } from '../src/app/home';
import type { BatchProgress } from '../src/app/receive';
import { BesidePreview } from '../src/ui/beside-preview';
import { busy } from '../src/ui/page-state';
import { discard } from '../src/ui/pending-tasks';
import { PreviewMany } from '../src/ui/preview-many';
import { PreviewOne } from '../src/ui/preview-one';
import { t } from '../src/ui/text';
import { save, scan } from './tasks';
import '../src/ui/preview.css';

interface Props {
  readonly pending: readonly PendingAccount[];
  readonly batches: readonly BatchProgress[];
  /** Those that are saved. */
  readonly accounts: readonly Account[];
}

export function PreviewScreen({ pending, batches, accounts }: Props) {
  const beside = (
    <BesidePreview batches={batches}>
      <button
        type="button"
        class="button small"
        data-do="scan"
        disabled={busy.value !== undefined}
        onClick={() => void scan()}
      >
        {t(busy.value === 'scan' ? 'scanning' : 'scanPage')}
      </button>
    </BesidePreview>
  );
  const [first] = pending;
  if (first !== undefined && pending.length === 1)
    return (
      <main class="screen" data-screen="preview" data-about={first.id}>
        <h1>{t('previewTitle')}</h1>
        <PreviewOne
          key={first.id}
          account={first}
          accounts={accounts}
          onSave={(incoming) => void save([incoming])}
          onDiscard={() => void discard(pending)}
        >
          {beside}
        </PreviewOne>
      </main>
    );
  return (
    <main class="screen" data-screen="preview-many">
      <h1>{t('previewManyTitle')}</h1>
      <PreviewMany
        pending={pending}
        accounts={accounts}
        onSave={(incoming, discardedIds) => void save(incoming, discardedIds)}
        onDiscard={() => void discard(pending)}
      >
        {beside}
      </PreviewMany>
    </main>
  );
}
