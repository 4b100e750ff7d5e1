/** The form gallery's own pages: the list, one page for each form, and the documents inside its frames. */
import { html } from 'hono/html';
import type { Expected, FormGroup, FormItem, Place } from '../forms/item';
import { galleryList } from './gallery-list';
import { layout, type View } from './layout';

const KINDS: Record<Expected['kind'], string> = {
  filled: 'Filled',
  'no-field': 'Nothing to fill',
  'several-fields': 'In doubt',
  occupied: 'Occupied',
  'wrong-page': 'Wrong page',
  'other-site': 'Other site',
};

const STYLES = ['/gallery.css', '/forms.css'];
const SCRIPTS = ['/forms.js', '/forms-report.js'];

function marks({ expects }: FormItem): View {
  return html`<ul class="marks"><li class="mark kind-${expects.kind}">${KINDS[expects.kind]}</li></ul>`;
}

export function formsPage(groups: readonly FormGroup[]): View {
  const content = html`<h1>Form gallery</h1>
<p class="lead">For testing what types codes: each page asks for a code as a site might, or for something else, with what a fill on that page should come to. The account is one of six digits, bound to this gallery at 127.0.0.1. The services are made up; nothing that is typed is sent.</p>
<p><a href="/gallery/qr">QR gallery</a></p>
${galleryList(groups, '/gallery/forms', marks)}`;
  return layout({ title: 'Form gallery', width: 'wide', styles: STYLES, content });
}

export function formPage(page: {
  item: FormItem;
  place: Place;
  /** Where this page stands under the name that it is meant for. */
  named: string | undefined;
  previous: FormItem | undefined;
  next: FormItem | undefined;
}): View {
  const { item, place, named, previous, next } = page;
  const content = html`<p><a href="/gallery/forms" data-do="gallery">Form gallery</a></p>
<h1>${item.title}</h1>
<p class="lead">${item.about}</p>
${named === undefined ? '' : html`<p><a href="${named}" data-do="by-name">Open it at ${item.at}</a></p>`}
<section class="show${item.ground === undefined ? '' : ` ${item.ground}`}" aria-label="The page under test" data-show="stage">
${item.stage(place)}
</section>
<section class="card expected" aria-labelledby="expected">
<h2 id="expected">What a fill should come to</h2>
${marks(item)}
<p data-show="outcome">${item.outcome}</p>
</section>
<nav class="neighbours" aria-label="Gallery">
${previous === undefined ? '' : html`<a href="/gallery/forms/${previous.id}" rel="prev">← ${previous.title}</a>`}
${next === undefined ? '' : html`<a class="next-item" href="/gallery/forms/${next.id}" rel="next">${next.title} →</a>`}
</nav>`;
  return layout({
    title: `${item.title} · Form gallery`,
    width: 'wide reading item',
    styles: STYLES,
    deferred: SCRIPTS,
    content,
  });
}

export function framedFormPage(content: View): View {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Sign-in</title>
<link rel="stylesheet" href="/style.css">
${STYLES.map((sheet) => html`<link rel="stylesheet" href="${sheet}">`)}
${SCRIPTS.map((script) => html`<script defer src="${script}"></script>`)}
</head>
<body class="framed">
<main>
${content}
</main>
</body>
</html>`;
}
