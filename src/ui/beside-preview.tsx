/** What came in beside the accounts that wait: parts of an export that are missing, and what else pictures held. */
import type { ComponentChildren } from 'preact';
import type { BatchProgress } from '../app/receive';
import { BatchLines } from './batch-lines';
import { PictureRemarks, remarks } from './picture-remarks';
import { t } from './text';

interface Props {
  readonly batches: readonly BatchProgress[];
  /** How to bring in the next part from here. */
  readonly children?: ComponentChildren;
}

export function BesidePreview({ batches, children }: Props) {
  return (
    <>
      <BatchLines batches={batches}>{children}</BatchLines>
      {batches.length > 0 && <p class="soft small">{t('exportPeriod')}</p>}
      <PictureRemarks remarks={remarks.value} />
    </>
  );
}
