/**
 * What a driver does inside a page: it looks, and waits there for what it wants to see. To ask again from outside costs
 * more than most of what a page does. An expression; its value holds the functions.
 */
export const LOOKING = `(() => {
  const find = (target) => document.querySelector(target);
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  // A missing element and a hidden one are both "not visible"; an empty one can be visible.
  const glimpse = (target) => {
    const element = find(target);
    if (element === null) return { isVisible: false, isEnabled: false, text: '', value: '' };
    return {
      isVisible: element.checkVisibility({ visibilityProperty: true }),
      isEnabled: !element.matches(':disabled'),
      text: (element.innerText ?? element.textContent).trim(),
      // That of a list's item is a number.
      value: String(element.value ?? ''),
    };
  };
  const agrees = (actual, expected) =>
    typeof expected === 'string' ? actual.includes(expected) : new RegExp(...expected).test(actual);
  const fits = (seen, { isEnabled = false, text = '', value = '' }) =>
    seen.isVisible && (seen.isEnabled || !isEnabled) && agrees(seen.text, text) && agrees(seen.value, value);
  const wait = async (patienceMs, look) => {
    const endMs = performance.now() + patienceMs;
    for (let pauseMs = 4; ; pauseMs = Math.min(2 * pauseMs, 32)) {
      const [found, isLast] = [await look(), performance.now() >= endMs];
      if (found.isRight || isLast) return found;
      await pause(pauseMs);
    }
  };
  // No frame is drawn of a page that is hidden.
  const nextFrame = () => Promise.race([new Promise((done) => requestAnimationFrame(done)), pause(200)]);
  const boxOf = (element) => {
    const { left, top, right, bottom } =
      [...element.getClientRects()].find(({ width, height }) => width * height >= 1) ?? element.getBoundingClientRect();
    return [Math.max(left, 0), Math.max(top, 0), Math.min(right, innerWidth), Math.min(bottom, innerHeight)];
  };
  const isHit = (element, hit) =>
    element.contains(hit) || [...(element.labels ?? [])].some((label) => label.contains(hit));
  // What a click meets is known when it comes: a row that grows under the mouse may have moved its buttons. One that would
  // meet something else is kept from it.
  const presses = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
  let guard = { element: null, isRight: undefined };
  const onPress = (event) => {
    if (!event.isTrusted) return;
    guard.isRight ??= isHit(guard.element, event.target);
    if (guard.isRight) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const arm = (element) => {
    guard = { element, isRight: undefined };
    for (const type of presses) addEventListener(type, onPress, { capture: true, passive: false });
  };
  const disarm = () => {
    for (const type of presses) removeEventListener(type, onPress, { capture: true });
    return guard.isRight !== false;
  };
  const aim = async (target, tries) => {
    const element = find(target);
    const seen = glimpse(target);
    if (!seen.isVisible || !seen.isEnabled) return { obstacle: 'visible and enabled' };
    // What a header covers after one way of scrolling may be free after another.
    if (tries === 0) element.scrollIntoViewIfNeeded();
    else element.scrollIntoView({ block: ['center', 'end', 'start'][tries % 3] });
    const before = boxOf(element);
    await nextFrame();
    await nextFrame();
    const [left, top, right, bottom] = boxOf(element);
    if (String([left, top, right, bottom]) !== String(before)) return { obstacle: 'still' };
    const place = { x: (left + right) / 2, y: (top + bottom) / 2 };
    const hit = document.elementFromPoint(place.x, place.y);
    if (isHit(element, hit)) {
      arm(element);
      return { isRight: true, place };
    }
    return { isCovered: true, obstacle: 'uncovered, but there is ' + (hit?.outerHTML.slice(0, 200) ?? 'nothing') };
  };
  return {
    /** A glimpse of the target once it is as wished, or when the patience ends. */
    glimpse: (target, wish, patienceMs) =>
      wait(patienceMs, () => {
        const seen = glimpse(target);
        return { ...seen, isRight: fits(seen, wish) };
      }),
    /** Where a click would meet the target; else what it is not. */
    place: (target, patienceMs) => {
      let tries = 0;
      return wait(patienceMs, async () => {
        const aimed = await aim(target, tries);
        if (aimed.isCovered) tries += 1;
        return aimed;
      });
    },
    /** After a click there: whether it met the target, as far as anybody saw it. */
    disarm,
    /** Whether the page is loaded, drawn and has the focus. */
    isShown: (patienceMs) =>
      wait(patienceMs, () => ({
        isRight: document.readyState === 'complete' && document.visibilityState === 'visible' && document.hasFocus(),
      })),
    selectAll: (target) => {
      const element = find(target);
      element.focus();
      if (element.select) element.select();
      else getSelection().selectAllChildren(element);
    },
    choose: (target, value, patienceMs) =>
      wait(patienceMs, () => {
        const option = [...(find(target)?.options ?? [])].find((one) => one.value === value);
        if (option === undefined) return {};
        option.selected = true;
        for (const type of ['input', 'change']) find(target).dispatchEvent(new Event(type, { bubbles: true, composed: true }));
        return { isRight: true };
      }),
    find,
    /** A blinking caret would be in one picture and not in the next. */
    showCaret: (isShown) => {
      const sheets = document.adoptedStyleSheets.filter((sheet) => sheet !== globalThis.rigNoCaret);
      globalThis.rigNoCaret ??= new CSSStyleSheet();
      globalThis.rigNoCaret.replaceSync('* { caret-color: transparent !important; }');
      document.adoptedStyleSheets = isShown ? sheets : [...sheets, globalThis.rigNoCaret];
    },
  };
})()`;
