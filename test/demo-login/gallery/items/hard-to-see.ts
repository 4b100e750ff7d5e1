/** Codes that a site's designers, or its small print, made hard to read. Each is a whole, right code. */
import { html } from 'hono/html';
import { svgCode } from '../drawing/code-svg';
import { symbol } from '../drawing/symbol';
import type { GalleryGroup } from '../item';
import { enrols, sample } from '../sample';

const inverted = sample('Falcon Freight');
const coloured = sample('Garnet Games');
const bare = sample('Hazel Health');
const tiny = sample('Heron Travel');
const large = sample('Indigo Ink');
const pale = sample('Juniper Jobs');
const turned = sample('Kettle Cafe');
const logo = sample('Lantern Labs');

const NIGHT = '#10201c';

/** A disc with a lamp in the middle of `side` modules: a twentieth of the code, of which correction H mends three tenths. */
function lamp(side: number) {
  const middle = side / 2;
  return html`<g transform="translate(${middle} ${middle})" shape-rendering="auto"><circle r="7" fill="#fff"/><circle r="6" fill="#2f6f62"/><path d="M-2.4 -2.6h4.8l1 4.4h-6.8zM-1.6 2.6h3.2v1.2h-3.2z" fill="#fff"/></g>`;
}

export const hardToSee: GalleryGroup = {
  title: 'Hard to see',
  items: [
    {
      id: 'inverted',
      title: 'Inverted',
      about: 'Light modules on a dark ground, quiet zone included.',
      ...enrols(inverted),
      by: 'either',
      ground: 'dark',
      stage: () => svgCode(symbol(inverted.uri), { dark: '#f4f6f4', light: NIGHT }),
    },
    {
      id: 'coloured',
      title: 'Coloured',
      about: 'Plum on pale yellow, as a brand book may want it.',
      ...enrols(coloured),
      by: 'either',
      stage: () => svgCode(symbol(coloured.uri), { dark: '#7a1f5c', light: '#fdf0b8' }),
    },
    {
      id: 'no-quiet-zone',
      title: 'Without a quiet zone, on a dark page',
      about: 'The code’s white ends where its modules end, and the page’s dark begins.',
      ...enrols(bare),
      by: 'either',
      ground: 'dark',
      stage: () => svgCode(symbol(bare.uri, { quietZone: 0 })),
    },
    {
      id: 'tiny',
      title: 'Tiny',
      about: 'Less than two pixels for a module.',
      ...enrols(tiny),
      by: 'either',
      stage: () => svgCode(symbol(tiny.uri, { correction: 'low' }), { modulePx: 1.9 }),
    },
    {
      id: 'large',
      title: 'Large',
      about: 'Nine pixels for a module, or as wide as the window lets it be.',
      ...enrols(large),
      by: 'either',
      stage: () => svgCode(symbol(large.uri), { modulePx: 9 }),
    },
    {
      id: 'low-contrast',
      title: 'Low contrast',
      about: 'Grey on a grey that is hardly lighter.',
      ...enrols(pale),
      by: 'either',
      stage: () => svgCode(symbol(pale.uri), { dark: '#a3aca8', light: '#cbd3cf' }),
    },
    {
      id: 'rotated',
      title: 'A little rotated',
      about: 'Turned by seven degrees, like a photo on a pinboard.',
      ...enrols(turned),
      by: 'either',
      stage: () => html`<div class="turned">${svgCode(symbol(turned.uri))}</div>`,
    },
    {
      id: 'logo',
      title: 'With a logo in the middle',
      about: 'A logo covers the middle; error correction H makes up for it.',
      ...enrols(logo),
      by: 'either',
      stage: () => {
        const modules = symbol(logo.uri, { correction: 'high' });
        return svgCode(modules, { over: lamp(modules.length) });
      },
    },
  ],
};
