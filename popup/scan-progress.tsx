/** A search that takes long says so, and can be ended. */
import { t } from '../src/ui/text';
import { slowScan } from './state';

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
