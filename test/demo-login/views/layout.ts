/** The frame around every page. All values pass through `html`, which escapes them. */
import { html } from 'hono/html';
import type { Person } from '../people';
import { SITE_NAME } from '../site';
import { postForm } from './form';

export type View = ReturnType<typeof html>;

type Width = 'narrow' | 'wide' | 'wide reading' | 'wide reading item';

export interface Frame {
  readonly title: string;
  readonly content: View;
  /** Without it the page has no forms at all: error pages. */
  readonly csrfToken?: string | undefined;
  /** Whoever is signed in. */
  readonly person?: Pick<Person, 'name' | 'role'> | undefined;
  readonly here?: 'home' | 'profile' | 'security' | 'settings' | undefined;
  readonly width?: Width;
  /** Beside the site's own style sheet. */
  readonly styles?: readonly string[];
  readonly script?: string;
  /** Classic scripts, where a module could not be loaded. */
  readonly deferred?: readonly string[];
}

export function layout(frame: Frame): View {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${frame.title} · ${SITE_NAME}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
${frame.styles?.map((sheet) => html`<link rel="stylesheet" href="${sheet}">`) ?? ''}
${frame.script === undefined ? '' : html`<script type="module" src="${frame.script}"></script>`}
${frame.deferred?.map((script) => html`<script defer src="${script}"></script>`) ?? ''}
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<div class="top-row">
<a class="brand" href="/"><img src="/icon.svg" alt="" width="28" height="28">${SITE_NAME}</a>
${frame.person === undefined ? '' : navigation(frame, frame.person)}
</div>
</header>
<main id="content" class="${widthOf(frame)}">
${frame.content}
</main>
<footer class="bottom">
<div>
<p>A demo for testing Halfminute. It is not affiliated with anyone, and everything in it is made up.</p>
<ul>
<li><a href="/try-it" data-do="try-it">Try it</a></li>
<li><a href="/testers" data-do="testers">For testers</a></li>
<li><a href="/inbox" data-do="inbox">Inbox</a></li>
<li><a href="/gallery/qr" data-do="gallery">QR gallery</a></li>
<li><a href="/gallery/forms" data-do="form-gallery">Form gallery</a></li>
</ul>
</div>
${frame.csrfToken === undefined ? '' : startOver(frame.csrfToken)}
</footer>
</body>
</html>`;
}

function widthOf({ person, here, width }: Frame): Width {
  if (width !== undefined) return width;
  if (person === undefined) return 'narrow';
  return here === 'home' ? 'wide' : 'wide reading';
}

function navigation(frame: Frame, { name, role }: Pick<Person, 'name' | 'role'>): View {
  return html`<nav aria-label="Main">
<a class="tab" href="/" ${currentIf(frame.here === 'home')}>Projects</a>
<a class="tab" href="/profile" ${currentIf(frame.here === 'profile')}>Profile</a>
<a class="tab" href="/profile/security" data-do="security" ${currentIf(frame.here === 'security')}>Security</a>
${role === 'admin' ? html`<a class="tab" href="/settings" data-do="settings" ${currentIf(frame.here === 'settings')}>Settings</a>` : ''}
</nav>
<div class="who">
<span class="who-name">${name}</span>
${postForm({
  action: '/sign-out',
  csrfToken: frame.csrfToken ?? '',
  content: html`<button class="quiet" data-do="sign-out">Sign out</button>`,
})}
</div>`;
}

export function currentIf(isHere: boolean): View | '' {
  return isHere ? html`aria-current="page"` : '';
}

function startOver(csrfToken: string): View {
  return html`<details id="start-over">
<summary>Start over</summary>
${postForm({
  action: '/start-over',
  csrfToken,
  content: html`<p>Puts everything back as it was at the first start: two factor off, everyone signed out.</p>
<button class="quiet" data-do="start-over">Start over now</button>`,
})}
</details>`;
}
