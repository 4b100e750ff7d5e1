/** Ring and seconds until the codes of one period change. */
import type { CSSProperties } from 'preact';
import { periodClock } from './clock';
import { Ring } from './ring';
import { t } from './text';

export function Countdown({ periodSeconds }: { readonly periodSeconds: number }) {
  return (
    <span class="countdown" role="img" aria-label={t('secondsLeftSpoken', String(periodSeconds))}>
      <Ring periodSeconds={periodSeconds} />
      <span
        aria-hidden="true"
        data-show="seconds"
        style={{ '--digits': String(periodSeconds).length } as CSSProperties}
      >
        {periodClock(periodSeconds).secondsLeft}
      </span>
    </span>
  );
}
