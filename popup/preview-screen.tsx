/** What came in and is not saved yet: one account, or several to choose among. */
import type { Account } from '../src/app/account';
import { discard } from '../src/ui/pending-tasks';
import { PreviewMany } from '../src/ui/preview-many';
import { PreviewOne } from '../src/ui/preview-one';
import { t } from '../src/ui/text';
import { save } from './tasks';

interface Props {
  readonly pending: readonly Account[];
  /** Those that are saved. */
  readonly accounts: readonly Account[];
}

export function PreviewScreen({ pending, accounts }: Props) {
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
        />
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
      />
    </main>
  );
}
