/** The list of a gallery: in groups, each item with what stands there and what should come of it. */
import { html } from 'hono/html';
import type { View } from './layout';

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly outcome: string;
}

interface ListedGroup<Item> {
  readonly title: string;
  readonly items: readonly Item[];
}

/** `folder` is where the items have their pages. */
export function galleryList<Item extends Listed>(
  groups: readonly ListedGroup<Item>[],
  folder: string,
  marks: (item: Item) => View,
): View {
  return html`${groups.map(
    ({ title, items }) => html`<section class="gallery-group">
<h2>${title}</h2>
<ul class="gallery-list">
${items.map(
  (item) => html`<li class="gallery-item" data-item="${item.id}">
<div>
<h3><a href="${folder}/${item.id}">${item.title}</a></h3>
<p class="hint">${item.about}</p>
</div>
<div>
${marks(item)}
<p>${item.outcome}</p>
</div>
</li>`,
)}
</ul>
</section>`,
  )}`;
}
