/** The same kind of code, by every means that sites draw one with. */
import { html } from 'hono/html';
import { blocksCode } from '../drawing/code-blocks';
import { canvasCode } from '../drawing/code-canvas';
import { imageCode, pngCode, pngDataUrl } from '../drawing/code-png';
import { svgCode } from '../drawing/code-svg';
import { tableCode } from '../drawing/code-table';
import { symbol } from '../drawing/symbol';
import type { GalleryGroup } from '../item';
import { enrols, sample } from '../sample';

const svg = sample('Alder Post');
const canvas = sample('Birch & Sons');
const dataUrl = sample('Cedar Energy');
const file = sample('Clover Mail');
const background = sample('Pebble Parcels');
const table = sample('Copper Tools');
const blocks = sample('Ember Hosting');

const fileModules = symbol(file.uri);
const dataUrlModules = symbol(dataUrl.uri);
const NOT_IN_THE_PAGE = 'Only the picture of the screen shows it: to the page it is no picture.';

export const drawn: GalleryGroup = {
  title: 'By every means of drawing',
  items: [
    {
      id: 'svg',
      title: 'SVG',
      about: 'The usual way: a drawing inside the page.',
      ...enrols(svg),
      by: 'either',
      stage: () => svgCode(symbol(svg.uri)),
    },
    {
      id: 'canvas',
      title: 'Canvas',
      about: 'Painted by a script once the page is there.',
      ...enrols(canvas),
      by: 'either',
      stage: () => canvasCode(symbol(canvas.uri)),
    },
    {
      id: 'img-data-url',
      title: 'Image inside the page',
      about: 'An img whose PNG stands in the page itself, as a data URL.',
      ...enrols(dataUrl),
      by: 'either',
      stage: () => imageCode(pngDataUrl(dataUrlModules), dataUrlModules),
    },
    {
      id: 'img-file',
      title: 'Image with an address',
      about: 'An img whose PNG the same site serves.',
      ...enrols(file),
      by: 'either',
      stage: () => imageCode('/gallery/qr/img-file/code.png', fileModules),
      png: () => pngCode(fileModules),
    },
    {
      id: 'css-background',
      title: 'Background image',
      about: 'An empty box that a style sheet puts the picture behind.',
      ...enrols(background),
      by: 'either',
      stage: () => html`<div class="code-background" role="img" aria-label="QR code"></div>`,
      png: () => pngCode(symbol(background.uri)),
    },
    {
      id: 'html-table',
      title: 'Table',
      about: 'Every module is a cell of a table, four pixels wide.',
      ...enrols(table, NOT_IN_THE_PAGE),
      by: 'picture',
      stage: () => tableCode(symbol(table.uri)),
    },
    {
      id: 'text-blocks',
      title: 'Text blocks',
      about: 'Written with block characters, as a terminal shows a code.',
      ...enrols(blocks, NOT_IN_THE_PAGE),
      by: 'picture',
      stage: () => blocksCode(symbol(blocks.uri)),
    },
  ],
};
