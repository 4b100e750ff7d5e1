/** A new screen begins at its heading, for the keyboard and for a screen reader, unless a field of it took the focus. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { giveFocus } from '../src/ui/give-focus';
import { loads } from '../src/ui/later';

export function useHeadingFocus(): void {
  // Read for its effect: a screen that had to be loaded comes behind the drawing that asked for it.
  loads.value;
  const last = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const screen = document.querySelector<HTMLElement>('main');
    const name = `${screen?.dataset['screen']} ${screen?.dataset['about']}`;
    if (name === last.current) return;
    last.current = name;
    const heading = screen?.querySelector('h1');
    if (!heading || screen?.contains(document.activeElement)) return;
    heading.tabIndex = -1;
    giveFocus(heading, { preventScroll: true });
  });
}
