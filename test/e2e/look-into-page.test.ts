/** Codes that the picture of the tab does not show and the page holds, from the real popup. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dataUrlOf, type InnerPage, STRICT, serveInnerPage, svgOf, UP } from './inner-page';
import { KINDS } from './kinds';
import type { View } from './rig/extension-browser';
import { type Stage, setStage } from './stage';

const KEY = 'JBSWY3DPEHPK3PXP';
const ANNA = `otpauth://totp/Contoso:anna?secret=${KEY}&issuer=Contoso`;
const DRAWN = `<canvas id="drawn" width="400" height="400"></canvas><script>
  const image = new Image();
  image.onload = () => {
    drawn.getContext('2d').drawImage(image, 0, 0, 400, 400);
    document.title = 'drawn';
  };
  image.src = '${dataUrlOf(ANNA)}';
</script>`;
const SHADOW = `${UP}<x-a></x-a><script>
  const outer = document.querySelector('x-a').attachShadow({ mode: 'open' });
  outer.innerHTML = '<p>Code</p><x-b></x-b>';
  outer.querySelector('x-b').attachShadow({ mode: 'open' }).innerHTML = '<img src="${dataUrlOf(ANNA)}">';
</script>`;
const coloured = svgOf(ANNA).replace('<svg', '<svg class="ink" width="200" height="200"');

let inner: InnerPage;
beforeAll(async () => {
  inner = await serveInnerPage(ANNA);
});
afterAll(() => inner.close());

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let page: View;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  async function scan(body: string, headers: Record<string, string> = {}, framed = ''): Promise<View> {
    inner.show(body, headers, framed);
    page = await stage.browser.openPage(inner.url);
    const popup = await stage.browser.openPopup();
    await popup.click('[data-do=scan]');
    return popup;
  }

  async function expectAnna(popup: View): Promise<void> {
    await popup.waitFor('[data-screen=preview]');
    expect(await popup.value('[data-field=label]')).toBe('anna');
    await popup.click('[data-do=discard]');
    await popup.waitFor('[data-screen=welcome]');
  }

  const SMALL = 'style="position: absolute; left: 0; width: 44px; height: 44px"';
  describe('a code is found', () => {
    it.each([
      ['below the fold', `${UP}<img src="code.gif">`],
      ['in a picture of one pixel for each module', `${UP}<img src="code.gif" ${SMALL}>`],
      ['in a picture drawn too small', `<img src="code.gif" ${SMALL}>`],
      ['under what covers it', '<img src="code.gif"><div style="position: fixed; inset: 0; background: teal"></div>'],
      ['in a scrolled box', `<div style="height: 90px; overflow: auto"><img src="code.gif"></div>`],
      ['in a drawing as an image', `${UP}<img src="code.svg" width="200" height="200">`],
      ['in a drawing', `${UP}${svgOf(ANNA)}`],
      [
        'in a drawing that styles colour',
        `<style>body { background: #123 } .ink path, .ink rect { fill: white }</style>${UP}${coloured}`,
      ],
      ['in a canvas', `${UP}${DRAWN}`],
      [
        'in the background',
        `${UP}<div style="width: 300px; height: 300px; background: url('${dataUrlOf(ANNA)}')"></div>`,
      ],
      ['in a shadow root within a shadow root', SHADOW],
      ['under a strict policy, in a picture', `${UP}<img src="code.gif">`, STRICT],
      ['under a strict policy, in a drawing', `${UP}${svgOf(ANNA)}`, STRICT],
      ['in a frame of the same site', `${UP}<iframe src="/framed"></iframe>`, {}, `${UP}<img src="code.gif">`],
      ['in a frame without an address', `${UP}<iframe srcdoc="<img src='/code.gif'>"></iframe>`],
      ['in a link', `<a href="${ANNA.replace('&', '&amp;')}">Open in your app</a>`],
      ['in a link not shown', `<a hidden href="${ANNA.replace('&', '&amp;')}">Open in your app</a>`],
      ['in a link as text', `<p>Or paste this: <code>${ANNA.replace('&', '&amp;')}</code></p>`],
    ] as [string, string, Record<string, string>?, string?][])('%s', async (_, body, headers, framed) => {
      await expectAnna(await scan(body, headers, framed));
    });
  });

  const GROUPS = '<span>jbsw</span><span>y3dp</span><span>ehpk</span><span>3pxp</span>';
  describe('a key is found', () => {
    it.each([
      ['beside the words for it', `<p>Your setup key</p><code>${KEY}</code>`],
      ['in groups', '<p>Can’t scan the code? Type this:</p><b>JBSW Y3DP EHPK 3PXP</b>'],
      ['in groups in small letters', '<div><p>Secret key</p><b>jbsw y3dp ehpk 3pxp</b> or copy it</div>'],
      [
        'in groups drawn apart',
        `<p>Geheimer Schlüssel</p><div style="display: flex">${GROUPS}<button>Copy</button></div>`,
      ],
      [
        'in small letters before a word in small letters',
        '<p>secret key</p><div><code>jbsw y3dp ehpk 3pxp</code> copy</div>',
      ],
      ['behind a colon', '<p>Clé secrète : JBSW Y3DP EHPK 3PXP</p>'],
      ['in a sentence', `<p>Type the key ${KEY}, then press Next. The secret is yours alone.</p>`],
      ['in a field', `<label>Clave secreta <input readonly value="JBSW Y3DP EHPK 3PXP"></label>`],
      ['in Japanese', `<p>セットアップ キー</p><p>${KEY}</p>`],
      ['with a button that says so', `<div><button>Can't scan?</button><p>${KEY}</p></div>`],
    ])('%s', async (_, body) => {
      const popup = await scan(body);
      await popup.waitFor('[data-screen=preview]');
      expect(
        await popup.evaluate("chrome.storage.session.get('pending').then((found) => JSON.stringify(found))"),
      ).toContain(`"${KEY}"`);
      await popup.click('[data-do=discard]');
      await popup.waitFor('[data-screen=welcome]');
    });

    it.each([
      ['no words say so', `<p>Order</p><code>${KEY}</code>`],
      ['it is words', '<p>Secret key</p><p>SCAN THIS CODE HERE</p>'],
      ['it is not shown', `<p>Secret key</p><p hidden>${KEY}</p>`],
      ['it could be half of one', `<p>Secret key</p><div>${KEY}<br>${KEY}</div>`],
      ['there are two side by side', `<p>Secret key</p><ul><li>${KEY}</li><li>${KEY}</li></ul>`],
      ['it has other characters', `<p>Secret key</p><p>${KEY}018</p>`],
    ])('not where %s', async (_, body) => {
      expect(await (await scan(body)).text('[data-show=error]')).toMatch(/hold a QR code/);
    });
  });

  const OTHER = (path: string) => inner.otherUrl + path;
  describe('what the page may not read is scrolled to, and back', () => {
    it.each([
      ['a picture of another site', () => `${UP}<img src="${OTHER('code.gif')}">`],
      [
        'one that loads when it is seen',
        () => `${UP}${UP}<img loading="lazy" src="${OTHER('code.gif')}" height="200">`,
      ],
      ['one in a canvas', () => `${UP}${DRAWN.replace(/image.src = '.*'/, `image.src = '${OTHER('code.gif')}'`)}`],
      [
        'a background with an address',
        () => `${UP}<div style="width: 200px; height: 200px; background: url('code.gif')"></div>`,
      ],
      ['a frame of another site', () => `${UP}<iframe src="${OTHER('code.gif')}" height="300"></iframe>`],
      [
        'a picture in a scrolled box',
        () => `<div style="height: 300px; overflow: auto">${UP}<img src="${OTHER('code.gif')}"></div>`,
      ],
      [
        'a picture behind another',
        () => `${UP}<img width="300" height="300" src="${OTHER('none.gif')}">${UP}<img src="${OTHER('code.gif')}">`,
      ],
    ])('%s', async (_, body) => {
      await expectAnna(await scan(`${body()}${UP}`));
      const scrolled =
        "[...document.querySelectorAll('*')].map((element) => element.scrollTop).every((top) => top === 0)";
      expect(await page.evaluate(scrolled)).toBe(true);
    });

    it('also where nothing is found, after at most three', async () => {
      inner.show(`${UP}${`<img width="90" height="90" src="${OTHER('none.gif')}">${UP}`.repeat(5)}<script>
        var tops = 0;
        addEventListener('scroll', () => { tops += scrollY > 100 ? 1 : 0; });
        scrollTo(0, 50);
      </script>`);
      page = await stage.browser.openPage(inner.url);
      const popup = await stage.browser.openPopup();
      await popup.click('[data-do=scan]');
      expect(await popup.text('[data-show=error]')).toMatch(/hold a QR code/);
      expect(await page.evaluate('[scrollY, tops]')).toEqual([50, 3]);
    });
  });

  it('T1: looking into a page does nothing to it: no node, no request, no message', async () => {
    inner.show(`${UP}<img src="code.gif"><svg width="90" height="90"><path d="M0 0h50v50z"/></svg><canvas></canvas>
      <div style="width: 90px; height: 90px; background: url('code.svg')"></div><script>
      var seen = [];
      new MutationObserver((records) => seen.push(...records.map(({ type }) => type)))
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      for (const kind of ['message', 'scroll', 'focusin']) addEventListener(kind, () => seen.push(kind), true);
    </script>`);
    page = await stage.browser.openPage(inner.url);
    const look = '[document.documentElement.outerHTML, Object.keys(window).length, seen.join(), scrollY].join()';
    const before = await page.evaluate(look);
    const requests = [...inner.requests];
    const popup = await stage.browser.openPopup();
    await popup.click('[data-do=scan]');
    await expectAnna(popup);
    expect(await page.evaluate(look)).toBe(before);
    expect([...inner.requests]).toEqual(requests);
  });
});
