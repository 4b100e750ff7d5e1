/** How a code is typed: into fields that frameworks and masks watch, into fields that come late, and what follows it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../e2e/kinds';
import { FillDocument } from './fill-document';
import { boxes, CODE, CODE_FIELD } from './typed';

const script = (text: string) => `${CODE_FIELD}<script>const field = document.querySelector('input'); ${text}</script>`;

// Vue's v-model writes the state at every input, and the field at every state that differs.
const VUE = script(`var state = ''; field.addEventListener('input', (event) => {
  if (event.target.composing) return;
  state = event.target.value;
  Promise.resolve().then(() => { if (field.value !== state) field.value = state; });
});`);
// Angular's value accessor is told by input, marks the field touched at blur, and writes back what the form holds.
const ANGULAR = script(`var state = null; field.addEventListener('input', ({ target }) => {
  state = target.value;
  setTimeout(() => { field.value = state ?? ''; });
});`);
const GROUPING = script(`var state = ''; field.addEventListener('input', () => {
  state = field.value.replace(/\\D/g, '').slice(0, 6);
  field.value = state.replace(/(\\d{3})(?=\\d)/, '$1 ');
});`);
// Takes one character at a time, as some masks do.
const BY_KEYS = script(`var state = ''; field.addEventListener('keydown', (event) => {
  event.preventDefault();
  if (/^\\d$/.test(event.key)) state += event.key;
  field.value = state;
});
field.addEventListener('input', () => { field.value = state; });`);
const REJECTING = script(`var state = ''; field.addEventListener('input', () => { field.value = ''; });`);
const HALF = script(`field.addEventListener('input', () => { field.value = field.value.slice(0, 3); });`);

// React draws the row anew at every change, under new keys: each box is another element.
const REDRAWN = `<div id="row"></div><script>
  var state = Array(6).fill('');
  function draw(focused) {
    row.innerHTML = '';
    state.forEach((value, place) => {
      const box = document.createElement('input');
      box.maxLength = 1;
      box.style = 'width: 24px; height: 32px';
      box.value = value;
      box.oninput = () => { state[place] = box.value; draw(place + 1); };
      row.append(box);
    });
    row.children[focused]?.focus();
  }
  draw(0);
</script>`;
const SHRINKING = `<input name="phone">${boxes('maxlength="1"')}<script>
  document.querySelectorAll('[maxlength]').forEach((box) => { box.oninput = () => box.remove(); });
</script>`;

describe.each(KINDS)('%s', (kind) => {
  let stage: FillDocument;
  beforeAll(async () => {
    stage = await FillDocument.in(kind);
  });
  afterAll(() => stage?.close());

  describe('the code stands, to the page and to the person', () => {
    it.each([
      ["in Vue's model", VUE, 'state', CODE],
      ["in Angular's control", ANGULAR, 'state', CODE],
      ['grouped by a mask', GROUPING, 'state + field.value', `${CODE}123 456`],
      ['typed by keys where nothing else is heard', BY_KEYS, 'state + field.value', CODE + CODE],
      ['in boxes that are drawn anew', REDRAWN, "state.join('')", CODE],
      [
        'in an element that is edited',
        '<div contenteditable aria-label="Authenticator code" style="width: 99px; height: 30px"></div>',
        "document.querySelector('div').textContent",
        CODE,
      ],
      [
        'in boxes that take a pasted code at the first',
        `${boxes('maxlength="6" autocomplete="one-time-code"', 1)}${boxes('maxlength="2"', 5)}<script>
          var all = [...document.querySelectorAll('input')];
          for (const [at, box] of all.entries()) box.oninput = () => {
            const rest = [...box.value];
            all.slice(at, at + rest.length).forEach((next, place) => { next.value = rest[place]; });
            all[at + rest.length]?.focus();
          };
        </script>`,
        "all.map(({ value }) => value).join('')",
        CODE,
      ],
    ])('%s', async (_, body, expression, expected) => {
      await stage.open(body);
      expect(await stage.fill()).toBe('filled');
      expect(await stage.ask(expression)).toBe(expected);
    });
  });

  it.each([
    ['all', REJECTING, ''],
    ['the half', HALF, ''],
  ])('a field that rejects %s of it is left empty, and said so', async (_, body, left) => {
    await stage.open(body);
    expect(await stage.fill()).toBe('rejected');
    expect(await stage.values()).toBe(left);
  });

  it('a field that hides when it hears of the code: nothing is typed', async () => {
    await stage.open(script('field.onbeforeinput = () => { field.style.opacity = 0; };'));
    expect(await stage.fill()).toBe('rejected');
    expect(await stage.values()).toBe('');
  });

  it('boxes that go away while they are typed into: nothing goes elsewhere', async () => {
    await stage.open(SHRINKING);
    expect(await stage.fill()).toBe('rejected');
    expect((await stage.values()).replaceAll(',', '')).toBe('');
  });

  describe('a field that is not there yet', () => {
    const LATE = (then: string) => `<input name="email"><div id="place"></div><script>
      function come() { place.innerHTML = '${CODE_FIELD}'; ${then} }
      setTimeout(come, 1000);
    </script>`;

    it('is waited for', async () => {
      await stage.open(LATE(''));
      expect(await stage.fill({ patienceMs: 30_000 })).toBe('filled');
      expect(await stage.values()).toBe(`,${CODE}`);
    });

    it('and goes at once: nothing is typed elsewhere', async () => {
      await stage.open(LATE("place.innerHTML = '';"));
      expect(await stage.fill({ patienceMs: 1500 })).toBe('no-field');
      expect(await stage.values()).toBe('');
    });

    it('when the code is over: nothing is typed', async () => {
      await stage.open(CODE_FIELD);
      expect(await stage.fill({ untilMs: Date.now() - 1 })).toBe('expired');
      expect(await stage.values()).toBe('');
    });
  });

  describe('the form', () => {
    const form = (inside: string, more = '') =>
      `<form onsubmit="event.preventDefault(); document.title += '[' + (event.submitter?.id ?? '') + new FormData(this).get('otp') + ']'">
      <input name="requestSubmit" type="hidden"><input name="otp">${inside}</form>${more}`;
    it.each([
      [
        'is sent by its own button',
        form('<button type="button">Help</button><button id="go">Next</button>'),
        true,
        `[go${CODE}]`,
      ],
      ['is sent without a button', form(''), true, `[${CODE}]`],
      ['is not sent by a button that is off', form('<button disabled>Next</button>'), true, ''],
      [
        'that sends itself is not sent twice',
        form(
          '',
          '<script>document.forms[0].otp.oninput = () => HTMLFormElement.prototype.requestSubmit.call(document.forms[0])</script>',
        ),
        true,
        `[${CODE}]`,
      ],
      ['is not sent unasked', form('<button>Next</button>'), false, ''],
      ['is none', '<input name="otp">', true, ''],
    ])('%s', async (_, body, submits, title) => {
      await stage.open(body);
      expect(await stage.fill({ submits })).toBe('filled');
      expect(await stage.ask('document.title')).toBe(title);
    });
  });
});
