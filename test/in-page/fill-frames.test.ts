/** Fields in frames: those of the page's own origin count like its own, all others stay out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../e2e/kinds';
import { FillDocument } from './fill-document';
import { boxes, CODE, CODE_FIELD } from './typed';

const framed = (inside: string, attributes = '') => `<iframe ${attributes} srcdoc='${inside}'></iframe>`;

describe.each(KINDS)('%s', (kind) => {
  let stage: FillDocument;
  beforeAll(async () => {
    stage = await FillDocument.in(kind);
  });
  afterAll(() => stage?.close());

  describe('a frame of the page is filled', () => {
    it.each([
      ['T3: at its address', '<iframe src="/framed"></iframe>', CODE],
      ['T3: without an address', framed(CODE_FIELD), CODE],
      ['in a frame', framed(`<iframe srcdoc="${CODE_FIELD.replaceAll('"', '')}"></iframe>`), CODE],
      [
        'behind its edge, made smaller, scrolled',
        framed(
          `<div style="height: 900px"></div>${CODE_FIELD}`,
          'style="border: 30px solid; padding: 20px; transform: scale(0.7); margin-top: 900px"',
        ),
        CODE,
      ],
      [
        'in a shadow root',
        `<x-a></x-a><script>document.querySelector('x-a').attachShadow({ mode: 'open' }).innerHTML = '<iframe src="/framed"></iframe>'</script>`,
        CODE,
      ],
      ['with boxes', framed(boxes('maxlength=1')), [...CODE].join()],
      ['beside one that is not seen', `${framed(CODE_FIELD, 'style="opacity: 0"')}${framed(CODE_FIELD)}`, `,${CODE}`],
    ])('%s', async (_, body, values) => {
      await stage.open(body, {}, CODE_FIELD);
      expect(await stage.fill({ patienceMs: 3000 })).toBe('filled');
      expect(await stage.values()).toBe(values);
    });

    it('the one that has the focus, among several', async () => {
      const focusing = `${CODE_FIELD}<script>document.querySelector("input").focus()</script>`;
      await stage.open(`${framed(CODE_FIELD)}${framed(focusing)}${CODE_FIELD}`);
      await stage.until('document.activeElement.contentDocument?.activeElement.id === "field"');
      expect(await stage.fill()).toBe('filled');
      expect(await stage.values()).toBe(`,${CODE},`);
    });
  });

  describe('T3: nothing is typed', () => {
    it.each([
      [
        'into frames that are not seen',
        'no-field',
        () =>
          [
            framed(CODE_FIELD, 'style="opacity: 0.05"'),
            `<div style="opacity: 0.8">${framed('<body style="opacity: 0.8"><input name=otp>')}</div>`,
            framed(CODE_FIELD, 'style="visibility: hidden"'),
            framed(CODE_FIELD, 'style="width: 4px; height: 4px"'),
            framed(CODE_FIELD, 'style="clip-path: inset(50%)"'),
            framed(CODE_FIELD, 'style="pointer-events: none"'),
            `<div style="position: relative">${framed(CODE_FIELD)}<div style="position: absolute; inset: 0; background: white"></div></div>`,
          ].join(''),
      ],
      [
        'into sandboxed frames',
        'no-field',
        () => `${framed(CODE_FIELD, 'sandbox')}${framed(CODE_FIELD, 'sandbox="allow-scripts allow-forms"')}`,
      ],
      [
        'into a frame of another origin, though it has the focus',
        'no-field',
        (other: string) => `<iframe src="${other}/framed"></iframe>`,
      ],
      ['where the page and a frame have a field each', 'several-fields', () => `${framed(CODE_FIELD)}${CODE_FIELD}`],
    ])('%s', async (_, outcome, body) => {
      await stage.open(
        body(stage.otherOrigin),
        {},
        '<input autocomplete="one-time-code" autofocus oninput="parent.postMessage(1, \'*\')">',
      );
      await stage.ask('onmessage = () => { document.title = "typed" }');
      expect(await stage.fill()).toBe(outcome);
      expect((await stage.values()).replaceAll(',', '')).toBe('');
      expect(await stage.ask('document.title')).toBe('');
    });
  });
});
