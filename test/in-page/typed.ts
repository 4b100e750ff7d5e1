/** What tests of filling type, what into, and how they read it back. */
export const CODE = '123456';
export const CODE_FIELD = '<input id="field" autocomplete="one-time-code">';

/** A row of boxes for one character each. */
export function boxes(attributes: string, count = 6): string {
  return `<input ${attributes} style="width: 24px; height: 32px">`.repeat(count);
}

/** In the page: what all its fields hold, those in shadow roots and in frames of its origin included. */
export const VALUES = `(function valuesUnder(root) {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches('input, textarea') ? [element.value] : []),
    ...(element.isContentEditable ? [element.textContent] : []),
    ...(element.shadowRoot === null ? [] : valuesUnder(element.shadowRoot)),
    ...(element.contentDocument ? valuesUnder(element.contentDocument) : []),
  ]);
})(document)`;
