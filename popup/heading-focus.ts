/** A new screen begins at its heading, for the keyboard and for a screen reader, unless a field of it took the focus. */
import { useLayoutEffect, useRef } from 'preact/hooks';

export function useHeadingFocus(): void {
  const last = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const screen = document.querySelector<HTMLElement>('main');
    const name = `${screen?.dataset['screen']} ${screen?.dataset['about']}`;
    if (name === last.current) return;
    last.current = name;
    const heading = screen?.querySelector('h1');
    if (!heading || screen?.contains(document.activeElement)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
}
