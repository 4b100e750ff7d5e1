/** Lies over a live picture of the same shape: an outline around each code. */
import type { LiveFrame } from '../src/app/live-scan';

export function CodeOutlines({ frame: { width, height, found } }: { readonly frame: LiveFrame }) {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" data-show="outlines">
      {found.map(({ corners, isEnrolling }, place) => (
        <polygon
          key={place}
          class={isEnrolling ? 'enrols' : 'other'}
          points={corners.map(({ x, y }) => `${x},${y}`).join(' ')}
          stroke-width={width / 120}
        />
      ))}
    </svg>
  );
}
