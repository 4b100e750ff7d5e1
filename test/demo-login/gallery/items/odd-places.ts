/** Codes that stand where a screenshot, or a look into the page, has to go further. */
import { html } from 'hono/html';
import { svgCode } from '../drawing/code-svg';
import { tableCode } from '../drawing/code-table';
import { symbol } from '../drawing/symbol';
import type { GalleryGroup } from '../item';
import { enrols, sample } from '../sample';

const below = sample('Linen Laundry');
const modal = sample('Maple Music');
const sameOrigin = sample('Marble Museum');
const crossOrigin = sample('Meadow Farm');
const shadow = sample('Orchard Phones');
const edge = sample('Mulberry Market');
const box = sample('Myrtle Motors');

const cutOff = { expects: { kind: 'cut-off' }, by: 'picture' } as const;

export const oddPlaces: GalleryGroup = {
  title: 'In odd places',
  items: [
    {
      id: 'below-the-fold',
      title: 'Behind a scroll',
      about: 'Far below: nothing of it shows until the page is scrolled down.',
      ...enrols(
        below,
        'Without scrolling it is found by looking into the page; once scrolled to, on the screen as well.',
      ),
      by: 'page',
      ground: 'tall',
      stage: () => svgCode(symbol(below.uri)),
    },
    {
      id: 'modal-dialog',
      title: 'In a modal dialog',
      about: 'A dialog opens over the page by itself, and dims what is behind it.',
      ...enrols(modal),
      by: 'either',
      stage: () => html`<button data-do="show-dialog">Show the dialog again</button>
<dialog aria-labelledby="dialog-title">
<h2 id="dialog-title">Scan this with your authenticator</h2>
${svgCode(symbol(modal.uri))}
<form method="dialog"><button>Close</button></form>
</dialog>`,
    },
    {
      id: 'same-origin-frame',
      title: 'In a frame of the same site',
      about: 'A page of this site inside the page.',
      ...enrols(sameOrigin),
      by: 'either',
      stage: () => html`<iframe src="/gallery/qr/same-origin-frame/inside" title="Set-up"></iframe>`,
      inside: () => svgCode(symbol(sameOrigin.uri)),
    },
    {
      id: 'cross-origin-frame',
      title: 'In a frame of another site',
      about: 'A page of another site inside the page: this server under its other name.',
      ...enrols(crossOrigin, 'Only the picture of the screen shows it: nobody may look into another site’s frame.'),
      by: 'picture',
      stage: ({ otherOrigin }) =>
        html`<iframe src="${otherOrigin}/gallery/qr/cross-origin-frame/inside" title="Set-up, by another site"></iframe>`,
      inside: () => svgCode(symbol(crossOrigin.uri)),
    },
    {
      id: 'shadow-root',
      title: 'In an open shadow root',
      about: 'Inside a component that keeps its parts apart from the page’s.',
      ...enrols(shadow),
      by: 'either',
      stage: () => html`<div><template shadowrootmode="open">${svgCode(symbol(shadow.uri))}</template></div>`,
    },
    {
      id: 'cut-off-by-window',
      title: 'Cut off by the window’s edge',
      about: 'A table whose right half is outside the window; the page scrolls sideways.',
      ...cutOff,
      ground: 'bare',
      codes: [edge.uri],
      outcome: `A request to scroll until the whole code shows. Scrolled to the right, it is ${edge.account.issuer}.`,
      stage: () =>
        html`<div class="edge-room"><p>Scan the code at the right edge of this window.</p><div class="over-the-edge">${tableCode(symbol(edge.uri))}</div></div>`,
    },
    {
      id: 'cut-off-in-box',
      title: 'Cut off in a box that scrolls',
      about: 'A table in a box that is half as wide as the code.',
      ...cutOff,
      codes: [box.uri],
      outcome: `A request to scroll until the whole code shows. The box is too narrow for that, so it stays unread.`,
      stage: () =>
        html`<div class="narrow-box" tabindex="0" role="group" aria-label="Set-up, scrolls sideways">${tableCode(symbol(box.uri))}</div>`,
    },
  ],
};
