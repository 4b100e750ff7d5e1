/**
 * The ring that empties while a code is good. It moves once a second by the style sheet alone: no script runs for it
 * between two boundaries.
 */
import type { CSSProperties } from 'preact';
import { useMemo } from 'preact/hooks';
import { stepAt } from '../otp/codes';

export function Ring({ periodSeconds }: { readonly periodSeconds: number }) {
  const style = useMemo(() => motionOf(periodSeconds, Date.now()), [periodSeconds]);
  return (
    <span class="ring" style={style} aria-hidden="true">
      <span class="half">
        <span class="arc" />
      </span>
      <span class="half second">
        <span class="arc" />
      </span>
    </span>
  );
}

/** Each half empties in half of the period, by as many steps as it has seconds. */
function motionOf(periodSeconds: number, nowMs: number): CSSProperties {
  return {
    '--period': `${periodSeconds}s`,
    '--steps': String(Math.ceil(periodSeconds / 2)),
    '--begun': `${stepAt(periodSeconds, nowMs).startMs - nowMs}ms`,
  } as CSSProperties;
}
