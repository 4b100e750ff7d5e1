/** What no code is typed into: fields for other things, fields nobody sees, and pages that leave a doubt. */
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

  describe('nothing is typed where no field asks for a code', () => {
    it.each([
      ['no field at all', '<p>Welcome'],
      ['a bare code', '<input name="code" placeholder="Code">'],
      ['a promo code', '<input name="promo-code" placeholder="Promo code">'],
      ['a postal code', '<input name="postalCode">'],
      ["a card's security code", '<label>Security code (CVV) <input name="security_code"></label>'],
      ["a card's code by purpose", '<input name="security-code" autocomplete="cc-csc">'],
      ['a recovery code', '<label>Two-factor recovery code <input name="recovery_code"></label>'],
      ['a phone number', '<label>Phone number for two-factor authentication <input name="number" type="tel"></label>'],
      ['a name for the device', '<label>Two-factor device name <input name="device_name"></label>'],
      ['an emailed code', '<input name="email_otp">'],
      ['a word that only contains one', '<input name="laptop_options" id="hotpot">'],
      ['a search', '<input type="search" name="otp">'],
      ['a text area', '<textarea name="otp"></textarea>'],
      ['too little room', '<input name="otp" maxlength="4">'],
    ])('%s', async (_, body) => {
      await stage.open(body);
      expect(await stage.fill()).toBe('no-field');
      expect((await stage.values()).replaceAll(',', '')).toBe('');
    });
  });

  // Together on one page: none of them asks, or the page would be told of one field or several.
  it.each([
    [
      'codes of other kinds',
      [
        '<input name="invite_code" placeholder="Invitation code">',
        '<label>Gift card code <input name="otc_gift"></label>',
        '<input name="discountCode" maxlength="6" inputmode="numeric">',
        '<label>Card PIN <input type="password" name="card_pin" maxlength="4"></label>',
        '<label>Recovery code <input name="otp_recovery"></label>',
        '<label>Enter your backup code <input name="otp2"></label>',
        '<input name="captcha" placeholder="Security code">',
        '<label>Gutscheincode <input name="verification-code"></label>',
        '<input name="phone" autocomplete="tel-national" placeholder="2FA phone">',
        '<label>Order amount <input type="number" name="amount" maxlength="6"></label>',
      ],
    ],
    [
      'codes that came another way',
      [
        '<label>Code from the text message <input name="otp"></label>',
        '<input name="sms_otp" inputmode="numeric">',
        '<label>Verification code we e-mailed you <input name="verification_code"></label>',
        '<div><p>We sent a 6-digit code to a…@mail.example.</p><input name="verificationCode"></div>',
        '<label for="w">One-time code</label><input id="w" aria-describedby="d"><p id="d">Look into WhatsApp.</p>',
      ],
    ],
    [
      'two fields for digits, where the page speaks of an app',
      [
        '<h2>Enter the code from your authenticator app</h2>',
        '<input inputmode="numeric" maxlength="6"> <input inputmode="numeric" maxlength="6">',
      ],
    ],
    [
      'a field for digits, where the page speaks of no app',
      ['<h2>Your PIN</h2><p>Please enter 6 digits.</p><input inputmode="numeric" maxlength="6" pattern="[0-9]{6}">'],
    ],
    [
      'boxes for characters of something else',
      [`<fieldset><legend>Gift card number</legend>${boxes('maxlength="1"')}</fieldset>`],
    ],
  ])('nothing is typed into %s', async (_, bodies) => {
    await stage.open(bodies.join(''));
    expect(await stage.fill()).toBe('no-field');
    expect((await stage.values()).replaceAll(',', '')).toBe('');
  });

  it.each([
    [
      'by what is done to it',
      (styled: (style: string) => string) => [
        ...['opacity(10%)', 'blur(6px)', 'brightness(0)', 'contrast(0)', 'url(#none)'].map((filter) =>
          styled(`filter: ${filter}`),
        ),
        styled('mask-image: linear-gradient(transparent, transparent)'),
        styled('transform: rotateY(86deg)'),
        styled('transform: scale(0.3)'),
        styled('clip: rect(0, 0, 0, 0); position: absolute'),
        styled('pointer-events: none'),
        `<div style="content-visibility: hidden">${CODE_FIELD}</div>`,
        `<div style="height: 12px; overflow: hidden">${styled('height: 24px')}</div>`,
      ],
    ],
    [
      'by what lies over it',
      (styled: (style: string) => string) => {
        const over = (cover: string, field = CODE_FIELD) =>
          `<div style="position: relative; width: 200px">${field}${cover}</div>`;
        const all = 'position: absolute; inset: 0; pointer-events: none';
        const loose = 'pointer-events: none; background: white';
        return [
          over(`<div style="${all}; background: white"></div>`),
          over(`<div style="${all}; backdrop-filter: blur(9px)"></div>`),
          over(`<div style="${all}; background: linear-gradient(red, blue)"></div>`),
          over(`<div style="position: absolute; left: 0; top: 0; width: 60px; height: 9px; background: white"></div>`),
          over('', `<div class="after">${CODE_FIELD}</div>`),
          `<style>.after::after { content: ""; ${all}; background: white }</style>`,
          over(`<div style="${all}; z-index: 2; background: white"></div>`, styled('position: relative; z-index: 1')),
          over('<label for="field" style="position: absolute; inset: 0; background: white">Code</label>'),
          over(`<div style="${all}"><div style="height: 100%; background: white"></div></div>`),
          `<div style="display: grid; width: 200px">${styled('grid-area: 1/1')}<div style="${loose}; grid-area: 1/1; z-index: 1"></div></div>`,
          `${styled('height: 30px; width: 190px')}<div style="${loose}; margin-top: -40px; height: 50px; transform: translate(0)"></div>`,
          `<div>${styled('height: 30px; width: 190px; box-sizing: border-box')}<div style="${loose}; display: inline-block; vertical-align: top; height: 30px; width: 190px; margin-left: -190px"></div></div>`,
        ];
      },
    ],
  ])('nothing is typed where a field is hidden %s', async (_, bodies) => {
    await stage.open(bodies((style) => `<input name="otp" style="${style}">`).join('<br>'));
    expect(await stage.fill()).toBe('no-field');
    expect((await stage.values()).replaceAll(',', '')).toBe('');
  });

  describe('nothing is typed where a person sees no field', () => {
    const inShadow = (mode: string, inside: string, style = '', children = '') =>
      `<x-a style="${style}">${children}</x-a><script>
      document.querySelector('x-a').attachShadow({ mode: '${mode}' }).innerHTML = '${inside}';
    </script>`;
    const styled = (style: string) => `<input name="otp" style="${style}">`;
    it.each([
      ['not displayed', `<div style="display: none">${CODE_FIELD}</div>`],
      ['not visible', `<div style="visibility: hidden">${CODE_FIELD}</div>`],
      ['transparent itself', styled('opacity: 0.05')],
      [
        'transparent by all its parents together',
        `<div style="opacity: 0.8"><div style="opacity: 0.8">${CODE_FIELD}</div></div>`,
      ],
      ['transparent by the host of its shadow root', inShadow('open', CODE_FIELD, 'opacity: 0.05')],
      [
        'transparent by the slot it stands in',
        inShadow('open', '<div style="opacity: 0.05"><slot></slot></div>', '', CODE_FIELD),
      ],
      ['too small', styled('width: 1px; height: 1px; padding: 0; border: 0')],
      ['scaled to nothing', styled('transform: scale(0.01)')],
      ['left of the page', styled('position: absolute; left: -9999px')],
      ['above the page', styled('position: absolute; top: -9999px')],
      ['clipped', styled('clip-path: inset(50%)')],
      ['cut off by its parent', `<div style="height: 0; overflow: hidden">${CODE_FIELD}</div>`],
      ['covered', `${CODE_FIELD}<div style="position: fixed; inset: 0; background: white"></div>`],
      ['inert', `<div inert>${CODE_FIELD}</div>`],
      [
        'behind a modal dialog',
        `${CODE_FIELD}<dialog>Hello</dialog><script>document.querySelector('dialog').showModal()</script>`,
      ],
      ['disabled', '<input name="otp" disabled>'],
      ['disabled by its group', `<fieldset disabled>${CODE_FIELD}</fieldset>`],
      ['read-only', '<input name="otp" readonly>'],
      ['in a closed shadow root', inShadow('closed', CODE_FIELD)],
    ])('%s', async (_, body) => {
      await stage.open(body);
      expect(await stage.fill()).toBe('no-field');
      expect((await stage.values()).replaceAll(',', '')).toBe('');
    });

    it('a hidden decoy does not stand in the way of the field', async () => {
      await stage.open(
        `<div style="opacity: 0">${CODE_FIELD}</div>${CODE_FIELD}<div style="height: 3000px"></div>${CODE_FIELD}`,
      );
      expect(await stage.fill()).toBe('filled');
      expect(await stage.values()).toBe(`,${CODE},`);
    });
  });

  describe('nothing is typed in doubt', () => {
    it.each([
      ['two fields', '<input name="otp"><input name="totp">', 'several-fields', ','],
      [
        'two fields further down',
        '<div style="height: 3000px"></div><input name="otp"><input name="totp">',
        'several-fields',
        ',',
      ],
      ['a field and a row of boxes', `<input name="otp">${boxes('maxlength="1"')}`, 'several-fields', ',,,,,,'],
      ['a field with text', '<input name="otp" value="hello">', 'occupied', 'hello'],
      [
        'a box with a letter',
        `${boxes('maxlength="1"', 5)}${boxes('maxlength="1" value="x"', 1)}`,
        'occupied',
        ',,,,,x',
      ],
    ])('%s', async (_, body, outcome, left) => {
      await stage.open(body);
      expect(await stage.fill()).toBe(outcome);
      expect(await stage.values()).toBe(left);
    });

    it('T3: another origin than the one the person saw', async () => {
      await stage.open(CODE_FIELD);
      const { port } = new URL(stage.origin);
      for (const origin of [
        `https://127.0.0.1:${port}`,
        'http://127.0.0.1:8080',
        `http://localhost:${port}`,
        'null',
        '',
      ]) {
        expect(await stage.fill({ origin })).toBe('wrong-page');
      }
      expect(await stage.values()).toBe('');
    });

    it('T3: a sandboxed page, which has the address but not the origin', async () => {
      await stage.open(CODE_FIELD, { 'content-security-policy': 'sandbox allow-scripts allow-forms' });
      expect(await stage.fill()).toBe('wrong-page');
      expect(await stage.fill({ origin: 'null' })).toBe('wrong-page');
    });

    it('a page whose scripts broke what the function stands on: an answer, not an exception', async () => {
      await stage.open(`${CODE_FIELD}<script>Document.prototype.querySelectorAll = null</script>`);
      expect(await stage.fillAmongScripts()).toBe('no-field');
      expect(await stage.ask('field.value')).toBe('');
    });
  });
});
