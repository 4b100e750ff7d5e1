/** Of an export in several parts: which parts are still missing, for as long as what has come waits. */
import type { ComponentChildren } from 'preact';
import type { BatchProgress } from '../app/receive';
import { missingText } from './export-text';

interface Props {
  readonly batches: readonly BatchProgress[];
  /** How to bring in the next part from here. */
  readonly children?: ComponentChildren;
}

export function BatchLines({ batches, children }: Props) {
  const incomplete = batches.filter(({ missing }) => missing.length > 0);
  if (incomplete.length === 0) return null;
  return (
    <div class="notice warn" data-show="parts-missing">
      <div>
        {incomplete.map(({ id, size, missing }) => (
          <p key={`${id} ${size}`}>{missingText(missing, size)}</p>
        ))}
      </div>
      {children}
    </div>
  );
}
