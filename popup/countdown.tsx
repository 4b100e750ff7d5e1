/** Ring and seconds until the codes of one period change. */
import { periodClock } from '../src/ui/clock';
import { Ring } from '../src/ui/ring';
import { t } from '../src/ui/text';

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
