/** Ring and seconds until the codes of one period change. */
import { periodClock } from './clock';
import { Ring } from './ring';
import { t } from './text';

export function Countdown({ periodSeconds }: { readonly periodSeconds: number }) {
  return (
    <span class="countdown" role="img" aria-label={t('secondsLeftSpoken', String(periodSeconds))}>
      <Ring periodSeconds={periodSeconds} />
      <span aria-hidden="true" data-show="seconds">
        {periodClock(periodSeconds).secondsLeft}
      </span>
    </span>
  );
}
