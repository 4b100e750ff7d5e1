/** A vault that is there and can't be opened. It is never taken for an empty one. */
import { errorText } from '../src/ui/error-text';
import { Notice } from '../src/ui/notice';
import { t } from '../src/ui/text';
import { refresh } from './state';

export function ProblemScreen({ problem }: { readonly problem: 'damaged' | 'newer' | 'storage-failed' }) {
  return (
    <main class="screen" data-screen="problem">
      <h1>{t('problemTitle')}</h1>
      <Notice notice={{ tone: 'bad', text: errorText({ kind: problem }) }} />
      <button type="button" class="button wide" data-do="try-again" onClick={() => void refresh()}>
        {t('tryAgain')}
      </button>
    </main>
  );
}
