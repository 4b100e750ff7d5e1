/** The focus, as the page gives it away by itself. */

let given: HTMLElement | undefined;

export function giveFocus(element: HTMLElement | null | undefined, options?: FocusOptions): void {
  if (!element) return;
  given = element;
  element.focus(options);
}

/**
 * Firefox opens a popup out of sight and moves it into its panel; what had the focus by then is now and then forgotten.
 * A page that gets the focus with nothing on it that has it gives it once more.
 */
export function keepFocus(): void {
  addEventListener('focus', () => {
    if (document.activeElement === document.body && given?.isConnected) given.focus({ preventScroll: true });
  });
}
