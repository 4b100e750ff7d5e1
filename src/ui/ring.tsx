/**
 * The ring that empties while a code is good. It moves once a second by the style sheet alone: no script runs for it
 * between two boundaries.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { stepAt } from '../otp/codes';

export function Ring({ periodSeconds }: { readonly periodSeconds: number }) {
  const arc = useRef<SVGCircleElement>(null);
  useLayoutEffect(() => {
    const nowMs = Date.now();
    const style = arc.current?.style;
    style?.setProperty('animation-duration', `${periodSeconds}s`);
    style?.setProperty('animation-timing-function', `steps(${periodSeconds}, jump-end)`);
    style?.setProperty('animation-delay', `${stepAt(periodSeconds, nowMs).startMs - nowMs}ms`);
  }, [periodSeconds]);
  return (
    <svg class="ring" width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <circle class="track" cx="11" cy="11" r="8.5" />
      <circle class="arc" ref={arc} cx="11" cy="11" r="8.5" pathLength="100" />
    </svg>
  );
}
