/** Pages that belong to nobody's session: no forms, nothing but a sentence and a way on. */
import { html } from 'hono/html';
import { SITE_NAME } from '../site';
import { layout, type View } from './layout';

export function staleFormPage(): View {
  return plainPage(
    'That page was out of date',
    'Nothing was changed. It had been open while the sign-in changed, perhaps in another tab.',
  );
}

export function missingPage(): View {
  return plainPage('There is no such page', 'The address may have a slip in it.');
}

export function tooLargePage(): View {
  return plainPage('That was too much at once', 'Nothing here needs that much text. Nothing was changed.');
}

export function brokenPage(): View {
  return plainPage('Something went wrong here', 'That is our fault, not yours. Nothing was changed.');
}

function plainPage(title: string, sentence: string): View {
  const content = html`<section class="card">
<h1>${title}</h1>
<p class="refusal" role="alert" data-show="error">${sentence}</p>
<p><a class="button" href="/">Go on</a></p>
</section>`;
  return layout({ title, content });
}

/** See session-cookie.ts: asks for the same address again, this time from this very site. */
export function comeBackPage(): View {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0">
<title>${SITE_NAME}</title>
</head>
<body><p>One moment …</p></body>
</html>`;
}
