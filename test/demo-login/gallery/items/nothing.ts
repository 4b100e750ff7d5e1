/** Pages on which nothing is to be found, whatever they look like. */
import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import type { GalleryGroup, GalleryItem } from '../item';

const nothing: Pick<GalleryItem, 'expects' | 'by' | 'codes' | 'outcome'> = {
  expects: { kind: 'none' },
  by: 'either',
  codes: [],
  outcome: 'Nothing is found, and it says what else can be done. Above all, nothing is made up.',
};

const MOSAIC_TILES = 21;

/** Tiles in no order at all, the same on every machine. */
function mosaic(): string {
  let path = '';
  for (let y = 0; y < MOSAIC_TILES; y++) {
    const row = createHash('sha256').update(`row ${y} of the mosaic`).digest();
    for (let x = 0; x < MOSAIC_TILES; x++) if (row.readUInt8(x) < 128) path += `M${x} ${y}h1v1h-1z`;
  }
  return path;
}

export const nothingThere: GalleryGroup = {
  title: 'Nothing to find',
  items: [
    {
      id: 'square-logo',
      title: 'A square logo',
      about: 'Black and white squares, one inside the other, in a mosaic: a QR code to the hasty eye.',
      ...nothing,
      stage: () =>
        html`<svg role="img" aria-label="Logo of Mosaic Tiles" width="252" height="252" viewBox="-3 -3 27 27" shape-rendering="crispEdges"><path d="M-3 -3h27v27h-27z" fill="#fff"/><path d="${mosaic()}" fill="#000"/><path d="M5 5h11v11h-11z" fill="#fff"/><path d="M6 6h9v9h-9zM8 8v5h5v-5z" fill="#000" fill-rule="evenodd"/><path d="M9 9h3v3h-3z" fill="#000"/></svg>`,
    },
    {
      id: 'no-code',
      title: 'No code at all',
      about: 'A page about two factor authentication that shows no code.',
      ...nothing,
      stage: () =>
        html`<p>Two factor authentication asks for a code after the password. Turn it on in the Security tab of your profile; the code to scan will be shown there.</p>`,
    },
  ],
};
