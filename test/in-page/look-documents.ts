/** Pages whose code a screenshot does not show: what stands on each, and what a look into it should make of that. */
import { dataUrlOf, STRICT, svgOf, UP } from '../e2e/inner-page';

export const KEY = 'JBSWY3DPEHPK3PXP';
export const ANNA = `otpauth://totp/Contoso:anna?secret=${KEY}&issuer=Contoso`;

export interface LookDocument {
  readonly name: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What stands at /framed. */
  readonly framed?: string;
}

const CANVAS = (source: string) => `<canvas id="drawn" width="400" height="400"></canvas><script>
  const image = new Image();
  image.onload = () => {
    drawn.getContext('2d').drawImage(image, 0, 0, 400, 400);
    document.title = 'drawn';
  };
  image.src = '${source}';
</script>`;
const SHADOW = `${UP}<x-a></x-a><script>
  const outer = document.querySelector('x-a').attachShadow({ mode: 'open' });
  outer.innerHTML = '<p>Code</p><x-b></x-b>';
  outer.querySelector('x-b').attachShadow({ mode: 'open' }).innerHTML = '<img src="${dataUrlOf(ANNA)}">';
</script>`;
const COLOURED = svgOf(ANNA).replace('<svg', '<svg class="ink" width="200" height="200"');
const SMALL = 'style="position: absolute; left: 0; width: 44px; height: 44px"';
const LINK = ANNA.replace('&', '&amp;');
const GROUPS = '<span>jbsw</span><span>y3dp</span><span>ehpk</span><span>3pxp</span>';

export const CODES: readonly LookDocument[] = [
  { name: 'below the fold', body: `${UP}<img src="code.gif">` },
  { name: 'in a picture of one pixel for each module', body: `${UP}<img src="code.gif" ${SMALL}>` },
  { name: 'in a picture drawn too small', body: `<img src="code.gif" ${SMALL}>` },
  {
    name: 'under what covers it',
    body: '<img src="code.gif"><div style="position: fixed; inset: 0; background: teal"></div>',
  },
  { name: 'in a scrolled box', body: `<div style="height: 90px; overflow: auto"><img src="code.gif"></div>` },
  { name: 'in a drawing as an image', body: `${UP}<img src="code.svg" width="200" height="200">` },
  { name: 'in a drawing', body: `${UP}${svgOf(ANNA)}` },
  {
    name: 'in a drawing that styles colour',
    body: `<style>body { background: #123 } .ink path, .ink rect { fill: white }</style>${UP}${COLOURED}`,
  },
  { name: 'in a canvas', body: `${UP}${CANVAS(dataUrlOf(ANNA))}` },
  {
    name: 'in the background',
    body: `${UP}<div style="width: 300px; height: 300px; background: url('${dataUrlOf(ANNA)}')"></div>`,
  },
  { name: 'in a shadow root within a shadow root', body: SHADOW },
  { name: 'under a strict policy, in a picture', body: `${UP}<img src="code.gif">`, headers: STRICT },
  { name: 'under a strict policy, in a drawing', body: `${UP}${svgOf(ANNA)}`, headers: STRICT },
  {
    name: 'in a frame of the same site',
    body: `${UP}<iframe src="/framed"></iframe>`,
    framed: `${UP}<img src="code.gif">`,
  },
  { name: 'in a frame without an address', body: `${UP}<iframe srcdoc="<img src='/code.gif'>"></iframe>` },
  { name: 'in a link', body: `<a href="${LINK}">Open in your app</a>` },
  { name: 'in a link not shown', body: `<a hidden href="${LINK}">Open in your app</a>` },
  { name: 'in a link as text', body: `<p>Or paste this: <code>${LINK}</code></p>` },
];

export const KEYS: readonly LookDocument[] = [
  { name: 'beside the words for it', body: `<p>Your setup key</p><code>${KEY}</code>` },
  { name: 'in groups', body: '<p>Can’t scan the code? Type this:</p><b>JBSW Y3DP EHPK 3PXP</b>' },
  {
    name: 'in groups in small letters',
    body: '<div><p>Secret key</p><b>jbsw y3dp ehpk 3pxp</b> or copy it</div>',
  },
  {
    name: 'in groups drawn apart',
    body: `<p>Geheimer Schlüssel</p><div style="display: flex">${GROUPS}<button>Copy</button></div>`,
  },
  {
    name: 'in small letters before a word in small letters',
    body: '<p>secret key</p><div><code>jbsw y3dp ehpk 3pxp</code> copy</div>',
  },
  { name: 'behind a colon', body: '<p>Clé secrète : JBSW Y3DP EHPK 3PXP</p>' },
  { name: 'in a sentence', body: `<p>Type the key ${KEY}, then press Next. The secret is yours alone.</p>` },
  { name: 'in a field', body: `<label>Clave secreta <input readonly value="JBSW Y3DP EHPK 3PXP"></label>` },
  { name: 'in Japanese', body: `<p>セットアップ キー</p><p>${KEY}</p>` },
  { name: 'with a button that says so', body: `<div><button>Can't scan?</button><p>${KEY}</p></div>` },
];

export const NO_KEYS: readonly LookDocument[] = [
  { name: 'no words say so', body: `<p>Order</p><code>${KEY}</code>` },
  { name: 'it is words', body: '<p>Secret key</p><p>SCAN THIS CODE HERE</p>' },
  { name: 'it is not shown', body: `<p>Secret key</p><p hidden>${KEY}</p>` },
  { name: 'it could be half of one', body: `<p>Secret key</p><div>${KEY}<br>${KEY}</div>` },
  { name: 'there are two side by side', body: `<p>Secret key</p><ul><li>${KEY}</li><li>${KEY}</li></ul>` },
  { name: 'it has other characters', body: `<p>Secret key</p><p>${KEY}018</p>` },
];

/** What the page's scripts may not read. `other` is the address of another site, with a slash at its end. */
export const UNREAD: readonly { readonly name: string; readonly body: (other: string) => string }[] = [
  { name: 'a picture of another site', body: (other) => `${UP}<img src="${other}code.gif">` },
  {
    name: 'one that loads when it is seen',
    body: (other) => `${UP}${UP}<img loading="lazy" src="${other}code.gif" height="200">`,
  },
  { name: 'one in a canvas', body: (other) => `${UP}${CANVAS(`${other}code.gif`)}` },
  {
    name: 'a background with an address',
    body: () => `${UP}<div style="width: 200px; height: 200px; background: url('code.gif')"></div>`,
  },
  { name: 'a frame of another site', body: (other) => `${UP}<iframe src="${other}code.gif" height="300"></iframe>` },
  {
    name: 'a picture in a scrolled box',
    body: (other) => `<div style="height: 300px; overflow: auto">${UP}<img src="${other}code.gif"></div>`,
  },
  {
    name: 'a picture behind another',
    body: (other) => `${UP}<img width="300" height="300" src="${other}none.gif">${UP}<img src="${other}code.gif">`,
  },
];

/** In the page: whether nothing in it is scrolled. */
export const NOTHING_SCROLLED =
  "[...document.querySelectorAll('*')].map((element) => element.scrollTop).every((top) => top === 0)";

/** Nothing on it can be read, and what could is in five places far apart; it counts how often it was scrolled far. */
export const FIVE_PLACES = (other: string) =>
  `${UP}${`<img width="90" height="90" src="${other}none.gif">${UP}`.repeat(5)}<script>
    var tops = 0;
    addEventListener('scroll', () => { tops += scrollY > 100 ? 1 : 0; });
    scrollTo(0, 50);
  </script>`;

/** A code to be found, pictures of every kind beside it, and a script that hears of all that is done to the page. */
export const WATCHFUL = `${UP}<img src="code.gif"><svg width="90" height="90"><path d="M0 0h50v50z"/></svg><canvas></canvas>
  <div style="width: 90px; height: 90px; background: url('code.svg')"></div><script>
  var seen = [];
  new MutationObserver((records) => seen.push(...records.map(({ type }) => type)))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const kind of ['message', 'scroll', 'focusin']) addEventListener(kind, () => seen.push(kind), true);
</script>`;

/** In the page of `WATCHFUL`: all that could show that somebody was there. */
export const TRACES = '[document.documentElement.outerHTML, Object.keys(window).length, seen.join(), scrollY].join()';
