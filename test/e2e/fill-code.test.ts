/**
 * The way of a code from the real popup into a page, by the grant of a click on the icon: one page of each outcome. What is
 * decided about a page is asked of many more in test/in-page.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxes, CODE, CODE_FIELD } from '../in-page/typed';
import { FillStage } from './fill-stage';
import { KINDS } from './kinds';

const LATE = `<input name="email"><div id="place"></div><script>
  setTimeout(() => { place.innerHTML = '${CODE_FIELD}'; }, 1000);
</script>`;
const REJECTING = `${CODE_FIELD}<script>field.oninput = () => { field.value = ''; };</script>`;
const SHADOW = `<x-a></x-a><script>
  document.querySelector('x-a').attachShadow({ mode: 'open' }).innerHTML = '${CODE_FIELD}';
</script>`;

describe.each(KINDS)('%s', (kind) => {
  let stage: FillStage;
  beforeAll(async () => {
    stage = await FillStage.set(kind);
  });
  afterAll(() => stage?.close());

  it.each([
    ['one field', 'filled', CODE_FIELD, CODE],
    ['a row of boxes', 'filled', boxes('maxlength="1"'), [...CODE].join()],
    ['a field in a shadow root', 'filled', SHADOW, CODE],
    ['a field in a frame of the page', 'filled', '<iframe src="/framed"></iframe>', CODE],
    ['a field that comes late', 'filled', LATE, `,${CODE}`],
    ['no field for a code', 'no-field', '<input name="promo-code">', ''],
    ['two fields', 'several-fields', '<input name="otp"><input name="totp">', ','],
    ['a field with text', 'occupied', '<input name="otp" value="hello">', 'hello'],
    ['a field that rejects the code', 'rejected', REJECTING, ''],
  ])('%s: %s', async (_, outcome, body, values) => {
    await stage.open(body, {}, CODE_FIELD);
    expect(await stage.fill({ patienceMs: outcome === 'filled' ? 30_000 : 0 })).toBe(outcome);
    expect(await stage.values()).toBe(values);
  });

  it('T3: a sandboxed page, which has the address but not the origin: wrong-page', async () => {
    await stage.open(CODE_FIELD, { 'content-security-policy': 'sandbox allow-scripts allow-forms' });
    expect(await stage.fill()).toBe('wrong-page');
  });

  it('T3: a frame of another origin is not filled, though it has the focus', async () => {
    await stage.open(
      `<iframe src="${stage.otherOrigin}/framed"></iframe>`,
      {},
      '<input autocomplete="one-time-code" autofocus oninput="parent.postMessage(1, \'*\')">',
    );
    await stage.ask('onmessage = () => { document.title = "typed" }');
    expect(await stage.fill()).toBe('no-field');
    expect(await stage.ask('document.title')).toBe('');
  });

  it('the form is sent by its own button, once', async () => {
    await stage.open(`<form onsubmit="event.preventDefault(); document.title += '[' + event.submitter?.id + otp.value + ']'">
      <input name="otp" id="otp"><button id="go">Next</button></form>`);
    expect(await stage.fill({ submits: true })).toBe('filled');
    expect(await stage.ask('document.title')).toBe(`[go${CODE}]`);
  });

  it('T1: the page sees the events of typing in their order, and the focus once the popup is gone', async () => {
    await stage.open(`${CODE_FIELD}<script>
      var seen = [];
      for (const kind of ['focus', 'beforeinput', 'input', 'change', 'submit', 'message']) {
        addEventListener(kind, (event) => {
          // The window's own focus is no business of a field.
          if (kind === 'focus' && !(event.target instanceof Element)) return;
          seen.push(kind + ':' + (event.data ?? '') + ':' + event.target.value);
        }, true);
      }
    </script>`);
    await stage.fill();
    const typed = [`beforeinput:${CODE}:`, `input:${CODE}:${CODE}`, `change::${CODE}`];
    expect(await stage.ask('seen')).toEqual(typed);
    // The popup has the window's focus for as long as it is open: only then the field hears of its own.
    expect(await stage.ask('document.activeElement.id')).toBe('field');
    await stage.closePopup();
    await expect.poll(() => stage.ask('seen'), { timeout: 45_000 }).toEqual([...typed, `focus::${CODE}`]);
  });

  it('T1: the page is left as it was, but for the value', async () => {
    await stage.open(`<form onsubmit="document.title = 'sent'">${boxes('maxlength="1"')}</form><script>
      var changes = 0;
      new MutationObserver((records) => { changes += records.length; })
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    </script>`);
    const before = await stage.ask('document.documentElement.outerHTML');
    const globals = await stage.ask('Object.keys(window).length');
    expect(await stage.fill()).toBe('filled');
    expect(await stage.ask('document.documentElement.outerHTML')).toBe(before);
    expect(await stage.ask('[changes, Object.keys(window).length, document.title]')).toEqual([0, globals, '']);
  });
});
