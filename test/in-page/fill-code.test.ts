/** What a code is typed into, and how: every page here is one a person may meet. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../e2e/kinds';
import { FillDocument } from './fill-document';
import { boxes, CODE, CODE_FIELD } from './typed';

describe.each(KINDS)('%s', (kind) => {
  let stage: FillDocument;
  beforeAll(async () => {
    stage = await FillDocument.in(kind);
  });
  afterAll(() => stage?.close());

  describe('the field is filled', () => {
    it.each([
      ['that declares itself', CODE_FIELD],
      ['that declares itself among other purposes', '<input autocomplete="section-a one-time-code">'],
      ['named otp', '<input name="otp">'],
      ['named in camel case', '<input name="verificationCode" type="tel">'],
      ['named in capitals', '<input id="loginOTPField">'],
      ['named in one word', '<input id="auth-mfa-otpcode">'],
      ['named in brackets', '<input name="user[otp_attempt]">'],
      ['of type number', '<input type="number" name="totp">'],
      ['of type password', '<input type="password" name="twofactor_token">'],
      ['of a type nobody knows', '<input type="digits" name="mfa_code">'],
      ['told by aria-label', '<input name="q7" aria-label="2FA code">'],
      ['told by placeholder', '<input placeholder="6-digit code">'],
      ['told by its label', '<label>Enter the code from your authenticator app <input name="code"></label>'],
      ['whose label speaks of a phone', '<label for="a">Code shown on your phone</label><input id="a" name="otp">'],
      [
        'whose label offers a recovery code',
        '<label for="a">Code, or a recovery code</label><input id="a" name="totp">',
      ],
      ['that holds an old code', '<input name="otp" value="987 654">'],
      ['with room for the code', '<input name="otp" maxlength="6">'],
      [
        'under its floating label',
        '<div style="position: relative"><input id="a" name="otp"><label for="a" style="position: absolute; inset: 0">x</label></div>',
      ],
      ['named as great sites do', '<input name="totpPin" id="c1" maxlength="6">'],
      ['named for tests alone', '<input data-testid="otp-input">'],
      ['told in German', '<label>Bestätigungscode aus der App <input name="feld"></label>'],
      ['told in French', '<label>Code de vérification <input name="champ"></label>'],
      ['told in Spanish', '<label>Código de verificación <input name="campo"></label>'],
      ['told by another element', '<b id="l">Authentication code</b><input name="code" aria-labelledby="l">'],
      [
        'told by its description',
        '<input aria-label="Code" aria-describedby="d"><p id="d">Use the code from your authenticator app.</p>',
      ],
      [
        'that says an authenticator or a text message',
        '<label>Code from your authenticator app or text message <input name="otp"></label>',
      ],
      ['of several lines that declares itself', '<textarea autocomplete="one-time-code"></textarea>'],
      [
        'made for six digits, alone on a page that speaks of the app',
        '<h2>Two-factor authentication</h2><form><input inputmode="numeric" maxlength="6" name="code"><label><input type="checkbox">Remember</label></form>',
      ],
      ['that holds the gaps of a mask', '<input name="otp" value="___ ___">'],
      [
        'in a box that scrolls',
        `<div style="height: 90px; overflow: auto"><p style="height: 400px">${CODE_FIELD}</div>`,
      ],
      [
        'under an outline and a small label, mirrored, shadowed',
        `<div style="position: relative; transform: scaleX(-1); filter: drop-shadow(0 0 2px) brightness(0.9)">
        <input name="otp" style="height: 40px; width: 300px"><fieldset style="position: absolute; inset: -5px 0 0; pointer-events: none"></fieldset>
        <span style="position: absolute; left: 10px; top: -6px; background: white; pointer-events: none">Code</span></div>`,
      ],
      [
        'over drawn boxes',
        `<div style="position: relative; pointer-events: none"><div style="width: 200px; height: 40px; background: white">□□□□□□</div>
        <div style="position: absolute; inset: 0; pointer-events: none"><input data-input-otp style="position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: all; color: transparent; background: transparent"></div></div>`,
      ],
      [
        'in a dialog',
        '<dialog><input name="otp"></dialog><script>document.querySelector("dialog").showModal()</script>',
      ],
      ['further down', `<div style="height: 3000px"></div>${CODE_FIELD}`],
      ['at 0.8 opacity', `<div style="opacity: 0.8">${CODE_FIELD}</div>`],
    ])('%s', async (_, body) => {
      await stage.open(body);
      expect(await stage.fill()).toBe('filled');
      expect((await stage.values()).replace(',on', '')).toBe(CODE);
    });

    it('beside fields for other things', async () => {
      await stage.open(`<input name="email"><input type="password" name="password"><input name="promo_code"><input name="code">
      <input name="zip-code"><input type="checkbox" name="otp-remember"><input type="hidden" name="totp">${CODE_FIELD}`);
      expect(await stage.fill()).toBe('filled');
      expect(await stage.values()).toBe(`,,,,,on,,${CODE}`);
    });

    it('that has the focus, among several', async () => {
      await stage.open('<input name="otp"><input name="totp" autofocus><input name="mfa">');
      expect(await stage.fill()).toBe('filled');
      expect(await stage.values()).toBe(`,${CODE},`);
    });

    it('further down, where others there are not seen', async () => {
      await stage.open(`<div style="height: 3000px"></div><div inert>${CODE_FIELD}</div>
      <div style="visibility: hidden">${CODE_FIELD}</div><div style="opacity: 0">${CODE_FIELD}</div>${CODE_FIELD}`);
      expect(await stage.fill()).toBe('filled');
      expect(await stage.values()).toBe(`,,,${CODE}`);
    });

    it('in a shadow root within a shadow root', async () => {
      await stage.open(`<x-a></x-a><script>
      const outer = document.querySelector('x-a').attachShadow({ mode: 'open' });
      outer.innerHTML = '<p>Code</p><x-b></x-b>';
      outer.querySelector('x-b').attachShadow({ mode: 'open' }).innerHTML = '${CODE_FIELD}';
    </script>`);
      expect(await stage.fill()).toBe('filled');
      expect(await stage.values()).toBe(CODE);
    });

    it("with Steam's letters, where they can stand", async () => {
      await stage.open('<input type="number" name="totp"><input name="otp">');
      expect(await stage.fill({ code: 'FR8RV' })).toBe('filled');
      expect(await stage.values()).toBe(',FR8RV');
    });

    it('in view of the person', async () => {
      await stage.open(`<div style="height: 3000px"></div>${CODE_FIELD}`);
      await stage.fill();
      const isInView = `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(field.getBoundingClientRect())`;
      expect(await stage.ask(isInView)).toBe(true);
    });
  });

  describe('boxes for one character each are filled in their order', () => {
    it.each([
      ['marked by their length', boxes('maxlength="1"'), CODE],
      ['in two groups', `${boxes('maxlength="1"', 3)} – ${boxes('maxlength="1"', 3)}`, CODE],
      ['eight of them', boxes('maxlength="1" type="tel"', 8), '12345678'],
      [
        'the first of which takes a pasted code',
        `${boxes('maxlength="6" autocomplete="one-time-code"', 1)}${boxes('maxlength="1"', 5)}`,
        CODE,
      ],
      ['marked by their purpose alone', boxes('inputmode="numeric" autocomplete="one-time-code"'), CODE],
      ['beside the field of another thing', `<input name="email">${boxes('maxlength="1"')}`, CODE],
      [
        'called digits',
        Array.from({ length: 6 }, (_, at) => boxes(`aria-label="Digit ${at + 1}" maxlength="2"`, 1)).join(''),
        CODE,
      ],
    ])('%s', async (_, body, code) => {
      await stage.open(body);
      expect(await stage.fill({ code })).toBe('filled');
      expect((await stage.values()).replaceAll(',', '')).toBe(code);
    });

    it('also where the page moves the focus on by itself and keeps one character of each', async () => {
      await stage.open(`${boxes('maxlength="1"')}<script>
      for (const box of document.querySelectorAll('input')) box.oninput = () => {
        box.value = box.value.slice(-1);
        box.nextElementSibling?.focus?.();
      };
    </script>`);
      expect(await stage.fill()).toBe('filled');
      expect(await stage.values()).toBe('1,2,3,4,5,6');
    });

    it('that have the focus, beside a field', async () => {
      await stage.open(`${CODE_FIELD}${boxes('maxlength="1" autofocus')}`);
      expect(await stage.fill()).toBe('filled');
      expect(await stage.values()).toBe(',1,2,3,4,5,6');
    });

    it.each([
      ['there are fewer', boxes('maxlength="1"', 4)],
      ['there are more', boxes('maxlength="1"', 12)],
      ['they count pieces', boxes('type="number" name="quantity"')],
    ])('not where %s', async (_, body) => {
      await stage.open(body);
      expect(await stage.fill()).toBe('no-field');
      expect((await stage.values()).replaceAll(',', '')).toBe('');
    });
  });

  describe('the page', () => {
    it('T1: sees the events of typing, in their order', async () => {
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
      expect(await stage.ask('seen')).toEqual([`beforeinput:${CODE}:`, `input:${CODE}:${CODE}`, `change::${CODE}`]);
      expect(await stage.ask('document.activeElement.id')).toBe('field');
    });

    it('T1: is left as it was, but for the value', async () => {
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

    it('cannot reach the function by putting elements in the place of what it calls', async () => {
      await stage.open(`${CODE_FIELD}<form name="querySelectorAll"></form><form name="activeElement"></form>`);
      expect(await stage.fill()).toBe('filled');
      expect(await stage.ask('field.value')).toBe(CODE);
    });

    // React remembers what it last set through the field's own property, ignores input that changes nothing, and sets
    // the field back to its state after every event. Its world is the page's; here the function runs there too.
    it.each(['beside the page', 'in the page'])('that controls its fields takes the code (run %s)', async (world) => {
      await stage.open(`${CODE_FIELD}<script>
      const field = document.querySelector('input');
      const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      let known = '';
      var state = '';
      Object.defineProperty(field, 'value', {
        configurable: true,
        get() { return native.get.call(this); },
        set(value) { known = value; native.set.call(this, value); },
      });
      field.addEventListener('input', () => {
        const value = native.get.call(field);
        if (value !== known) { known = value; state = value; }
        field.value = state;
      });
    </script>`);
      expect(await (world === 'in the page' ? stage.fillAmongScripts() : stage.fill())).toBe('filled');
      expect(await stage.ask('state')).toBe(CODE);
      expect(await stage.values()).toBe(CODE);
    });
  });
});
