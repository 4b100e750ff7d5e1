/** The two ways out of a page that may be the wrong one. To stop is what Enter does. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { giveFocus } from '../src/ui/give-focus';
import { turnTo } from './state';

interface Props {
  readonly stopWords: string;
  readonly goOnWords: string;
  /** The id of what is to be read before. */
  readonly about: string;
  readonly onGoOn: () => void;
}

export function StopOrGoOn({ stopWords, goOnWords, about, onGoOn }: Props) {
  const stop = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => giveFocus(stop.current), []);
  return (
    <div class="stack">
      <button
        type="button"
        class="button primary wide"
        data-do="stop"
        ref={stop}
        aria-describedby={about}
        onClick={() => turnTo(undefined)}
      >
        {stopWords}
      </button>
      <button type="button" class="button quiet" data-do="go-on" onClick={onGoOn}>
        {goOnWords}
      </button>
    </div>
  );
}
