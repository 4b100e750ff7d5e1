/** Ring and seconds until the codes of one period change. */
import { effect } from '@preact/signals';
import type { CSSProperties } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { periodClock } from './clock';
import { leftText, periodSpoken } from './period-text';

const SIZE = 22;
const RADIUS = 9.5;

export function Countdown({ periodSeconds }: { readonly periodSeconds: number }) {
  const seconds = useRef<HTMLSpanElement>(null);
  const arc = useRef<SVGCircleElement>(null);
  // Written as they change, both for the one next frame: to draw the component again each second would cost as much as that.
  useLayoutEffect(
    () =>
      effect(() => {
        const left = periodClock(periodSeconds).secondsLeft.value;
        const { firstChild } = seconds.current as HTMLSpanElement;
        (firstChild as Text).data = leftText(left, periodSeconds);
        arc.current?.style.setProperty('stroke-dashoffset', String(left / periodSeconds - 1));
      }),
    [periodSeconds],
  );
  const circle = { cx: SIZE / 2, cy: SIZE / 2, r: RADIUS };
  return (
    <span class="countdown" role="img" aria-label={periodSpoken(periodSeconds)}>
      <svg class="ring" width={SIZE} height={SIZE} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
        <circle {...circle} />
        <circle {...circle} class="arc" ref={arc} pathLength="1" />
      </svg>
      <span
        aria-hidden="true"
        data-show="seconds"
        ref={seconds}
        style={{ '--digits': leftText(periodSeconds, periodSeconds).length } as CSSProperties}
      >
        {' '}
      </span>
    </span>
  );
}
