/** The gallery's own pages: the list, one page for each item, and the documents inside its frames. */
import { html } from 'hono/html';
import type { Expected, GalleryGroup, GalleryItem, Place, SeenBy } from '../gallery/item';
import { galleryList } from './gallery-list';
import { layout, type View } from './layout';

const KINDS: Record<Expected['kind'], string> = {
  accounts: 'Account',
  migration: 'Export',
  other: 'Not for an authenticator',
  broken: 'Refused',
  'cut-off': 'Cut off',
  none: 'Nothing',
};

const SEEN_BY: Record<SeenBy, string> = {
  either: 'On the screen or in the page',
  picture: 'Only on the screen',
  page: 'Only in the page',
};

function marks({ expects, by }: GalleryItem): View {
  const seen = expects.kind === 'none' ? '' : html`<li class="mark seen">${SEEN_BY[by]}</li>`;
  return html`<ul class="marks"><li class="mark kind-${expects.kind}">${KINDS[expects.kind]}</li>${seen}</ul>`;
}

export function galleryPage(groups: readonly GalleryGroup[]): View {
  const content = html`<h1>QR gallery</h1>
<p class="lead">For testing scanners: each page shows one code as a site might, good or bad, with what a scan of that page should come to. The accounts are made up; their secrets are public.</p>
<p><a href="/gallery/forms">Form gallery</a></p>
${galleryList(groups, '/gallery/qr', marks)}`;
  return layout({ title: 'QR gallery', width: 'wide', styles: ['/gallery.css'], content });
}

export function galleryItemPage(page: {
  item: GalleryItem;
  place: Place;
  previous: GalleryItem | undefined;
  next: GalleryItem | undefined;
}): View {
  const { item, place, previous, next } = page;
  const content = html`<p><a href="/gallery/qr" data-do="gallery">QR gallery</a></p>
<h1>${item.title}</h1>
<p class="lead">${item.about}</p>
<section class="show${item.ground === undefined ? '' : ` ${item.ground}`}" aria-label="The page under test" data-show="stage">
${item.stage(place)}
</section>
<section class="card expected" aria-labelledby="expected">
<h2 id="expected">What a scan should come to</h2>
${marks(item)}
<p data-show="outcome">${item.outcome}</p>
</section>
<nav class="neighbours" aria-label="Gallery">
${previous === undefined ? '' : html`<a href="/gallery/qr/${previous.id}" rel="prev">← ${previous.title}</a>`}
${next === undefined ? '' : html`<a class="next-item" href="/gallery/qr/${next.id}" rel="next">${next.title} →</a>`}
</nav>`;
  return layout({
    title: `${item.title} · QR gallery`,
    width: 'wide reading item',
    styles: ['/gallery.css'],
    script: '/gallery.js',
    content,
  });
}

export function framedPage(content: View): View {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Set-up</title>
<link rel="stylesheet" href="/style.css">
<link rel="stylesheet" href="/gallery.css">
</head>
<body class="framed">
<main>
<h1>Scan this</h1>
${content}
</main>
</body>
</html>`;
}
