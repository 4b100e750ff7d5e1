/** A search that takes long says so, and can be ended. */
import { signal } from '@preact/signals';
import { t } from './text';

/** What ends the search that takes long; undefined as long as none does. */
const slowScan = signal<AbortController | undefined>(undefined);

const SLOW_MS = 3000;

/** `work` gives up when its signal aborts. */
export async function withProgress<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ending = new AbortController();
  const timer = setTimeout(() => {
    slowScan.value = ending;
  }, SLOW_MS);
  try {
    return await work(ending.signal);
  } finally {
    clearTimeout(timer);
    slowScan.value = undefined;
  }
}

export function ScanProgress() {
  const slow = slowScan.value;
  return (
    <div class="said" role="status">
      {slow !== undefined && (
        <div class="scan-progress" data-show="still-looking">
          <p>{t('stillLooking')}</p>
          <button type="button" class="button small" data-do="cancel-scan" onClick={() => slow.abort()}>
            {t('cancel')}
          </button>
        </div>
      )}
    </div>
  );
}
