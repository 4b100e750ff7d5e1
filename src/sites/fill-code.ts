/**
 * The one function that runs inside a page. The browser carries it there as text, so it may name nothing outside its own
 * body. It gets a code and the origin the person was looking at, checks that it is there, and types into exactly one
 * field (or one row of boxes) that asks for a code and that a person can see. Where it has a doubt it types nothing. It
 * adds nothing to the page and never throws: Chromium would report that as no answer at all.
 */
export interface FillOutcome {
  readonly outcome: 'filled' | 'no-field' | 'several-fields' | 'occupied' | 'wrong-page' | 'expired';
}

export interface FillOrder {
  readonly code: string;
  /** From this moment on the code is no longer typed. Milliseconds; the largest safe integer for a counted code. */
  readonly untilMs: number;
  /** Where the person was when they asked for it. */
  readonly origin: string;
  /** Whether the form is sent off behind the code. */
  readonly submits: boolean;
}

export function fillCode({ code, untilMs, origin, submits: _submits }: FillOrder): FillOutcome {
  type Field = HTMLInputElement;

  const TEXT_TYPES = ['text', 'tel', 'number', 'password'];
  const LEAST_OPACITY = 0.7;
  const LEAST_SIDE_PX = 8;

  // All of these are held against words joined by dashes, and match whole words only. A bare "code" is never enough.
  const CODE_WORDS = new RegExp(
    `(?:^|-)(?:${[
      '(?:otp|totp|otc|2-?fa|mfa|tfa)(?:-?code)?\\d*',
      '(?:two|2)-?(?:factor|step)(?:-?auth)?(?:-?code)?',
      'one-?time-?(?:code|passcode|password|pin)',
      '(?:auth|authentication|authenticator|verification|verify|security|login|sign-?in|approvals?)-?code',
      '(?:digit|character|authenticator-app)-code',
      'code-(?:[a-z]+-){0,3}authenticat(?:or|ion)',
      'passcode',
    ].join('|')})(?:-|$)`,
  );
  const OTHER_CODES =
    /(?:^|-)(?:promo|coupon|voucher|discount|gift|referral|invite|zip|postal|postcode|captcha|card|cvv|cvc|csc|cvn)\d*(?:-|$)/;
  const OTHER_SUBJECTS =
    /(?:^|-)(?:recovery|backup|phone-number|mobile-number|e?-?mail|user-?name|name|amount|search|country)(?:-|$)/;
  const OTHER_PURPOSES = /^(?:cc-.*|postal-code|email|username|current-password)$/;

  function fieldsUnder(root: Document | ShadowRoot): Field[] {
    const fields: Field[] = [];
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLInputElement) fields.push(element);
      if (element.shadowRoot !== null) for (const field of fieldsUnder(element.shadowRoot)) fields.push(field);
    }
    return fields;
  }

  /** `otpCode`, `OTP_code` and "OTP code" are all `otp-code`. */
  function words(text: string | null | undefined): string {
    return (text ?? '')
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-');
  }

  function asksForCode(field: Field): boolean {
    const purposes = (field.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/);
    if (purposes.includes('one-time-code')) return true;
    if (purposes.some((purpose) => OTHER_PURPOSES.test(purpose))) return false;
    const own = [field.getAttribute('name'), field.id].map(words);
    const told = [
      field.getAttribute('aria-label'),
      field.placeholder,
      ...[...(field.labels ?? [])].map((label) => label.textContent),
    ].map(words);
    if ([...own, ...told].some((text) => OTHER_CODES.test(text))) return false;
    if (own.some((text) => OTHER_SUBJECTS.test(text))) return false;
    if (own.some((text) => CODE_WORDS.test(text))) return true;
    return told.some((text) => CODE_WORDS.test(text)) && !told.some((text) => OTHER_SUBJECTS.test(text));
  }

  function isUsable(field: Field): boolean {
    return TEXT_TYPES.includes(field.type) && !field.readOnly && !field.matches(':disabled');
  }

  function holdsWholeCode(field: Field): boolean {
    return (field.maxLength < 0 || field.maxLength >= code.length) && (field.type !== 'number' || /^\d+$/.test(code));
  }

  function parentOf(element: Element): Element | null {
    if (element.assignedSlot !== null) return element.assignedSlot;
    if (element.parentElement !== null) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  }

  /** Drawn at all, wherever on the page. What is not displayed has no size. */
  function isDrawn(field: Field): boolean {
    const { width, height } = field.getBoundingClientRect();
    if (width < LEAST_SIDE_PX || height < LEAST_SIDE_PX || getComputedStyle(field).visibility !== 'visible')
      return false;
    let opacity = 1;
    for (let element: Element | null = field; element !== null; element = parentOf(element)) {
      opacity *= Number(getComputedStyle(element).opacity);
      if (element.hasAttribute('inert')) return false;
    }
    return opacity >= LEAST_OPACITY;
  }

  /** In the part of the page a person sees now, and the topmost thing there: this also catches clips and covers. */
  function isVisible(field: Field): boolean {
    if (!isDrawn(field)) return false;
    const box = field.getBoundingClientRect();
    const left = Math.max(box.left, 0);
    const top = Math.max(box.top, 0);
    const right = Math.min(box.right, innerWidth);
    const bottom = Math.min(box.bottom, innerHeight);
    if (right - left < LEAST_SIDE_PX || bottom - top < LEAST_SIDE_PX) return false;
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    let hit = document.elementFromPoint(x, y);
    while (hit !== null && hit !== field && hit.shadowRoot !== null) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (inner === null || inner === hit) break;
      hit = inner;
    }
    return hit === field || (hit instanceof HTMLLabelElement && hit.control === field);
  }

  function isAboveOrBelow(field: Field): boolean {
    const { top, bottom } = field.getBoundingClientRect();
    return (bottom <= LEAST_SIDE_PX || top >= innerHeight - LEAST_SIDE_PX) && isDrawn(field);
  }

  function focusedElement(): Element | null {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused;
  }

  /** The boxes of a code that is typed one character to a box: as many as the code has, all marked so or some asking. */
  function boxesAmong(fields: Field[]): Field[] {
    const single = fields.filter((field) => field.maxLength === 1);
    if (single.length === code.length) return single;
    const narrow = fields.filter(({ maxLength, offsetWidth, offsetHeight }) => {
      return maxLength === 1 || offsetWidth <= 1.5 * offsetHeight;
    });
    return narrow.length === code.length && narrow.some(asksForCode) ? narrow : [];
  }

  /** What to type into: one field, or one row of boxes; nothing, or several things that it could be. */
  function choose(fields: Field[]): Field[] | 'no-field' | 'several-fields' {
    const boxes = code.length > 1 ? boxesAmong(fields) : [];
    const whole = fields.filter((field) => !boxes.includes(field) && holdsWholeCode(field) && asksForCode(field));
    const focused = focusedElement();
    const pointedAt = whole.find((field) => field === focused);
    if (pointedAt !== undefined) return [pointedAt];
    if (boxes.some((box) => box === focused)) return boxes;
    const choices = boxes.length > 0 ? [boxes, ...whole.map((field) => [field])] : whole.map((field) => [field]);
    return choices.length > 1 ? 'several-fields' : (choices[0] ?? 'no-field');
  }

  /** A field further up or down is brought into view first: a person sees what is typed. */
  function find(): Field[] | 'no-field' | 'several-fields' {
    const usable = fieldsUnder(document).filter(isUsable);
    const inView = choose(usable.filter(isVisible));
    if (inView !== 'no-field') return inView;
    const outOfView = choose(usable.filter(isAboveOrBelow));
    if (typeof outOfView === 'string') return outOfView;
    outOfView[0]?.scrollIntoView({ block: 'center', behavior: 'instant' });
    return outOfView.every(isVisible) ? outOfView : 'no-field';
  }

  /** The prototype's own setter: frameworks watch the field's, and would take the change for their own. */
  function type(field: Field, text: string): void {
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const told = { bubbles: true, composed: true, inputType: 'insertText', data: text };
    field.focus();
    field.dispatchEvent(new InputEvent('beforeinput', { ...told, cancelable: true }));
    setValue?.call(field, text);
    field.dispatchEvent(new InputEvent('input', told));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  try {
    // A sandboxed page keeps its address but not its origin.
    if (location.origin !== origin || self.origin !== origin) return { outcome: 'wrong-page' };
    if (Date.now() >= untilMs) return { outcome: 'expired' };
    const fields = find();
    if (typeof fields === 'string') return { outcome: fields };
    if (!fields.every((field) => /^[\d\s-]*$/.test(field.value))) return { outcome: 'occupied' };
    const [only] = fields;
    if (fields.length === 1 && only !== undefined) type(only, code);
    else for (const [place, box] of fields.entries()) type(box, code.charAt(place));
    return { outcome: 'filled' };
  } catch {
    return { outcome: 'no-field' };
  }
}
