/** The focus, as the page gives it away by itself. */

let given: HTMLElement | undefined;

export function giveFocus(element: HTMLElement | null | undefined, options?: FocusOptions): void {
  if (!element) return;
  given = element;
  element.focus(options);
}

/**
 * Firefox opens a popup out of sight and moves it into its panel; what had the focus by then is now and then forgotten. A
 * page that gets the focus with nothing on it that has it gives it once more, until the person does something: Tab comes
 * back from the browser's own buttons in the same way, and goes on from where it enters.
 */
export function keepFocus(): void {
  const opening = new AbortController();
  const { signal } = opening;
  addEventListener(
    'focus',
    () => {
      if (document.activeElement === document.body && given?.isConnected) given.focus({ preventScroll: true });
    },
    { signal },
  );
  for (const act of ['keydown', 'pointerdown']) addEventListener(act, () => opening.abort(), { capture: true, signal });
}
