import { html } from 'hono/html';
import type { Person } from '../people';
import type { SeededPerson } from '../seed';
import { layout, type View } from './layout';

export function tryItPage(page: { csrfToken: string; person: Person | undefined; first: SeededPerson }): View {
  const { csrfToken, person, first } = page;
  const firstName = first.name.split(' ')[0] ?? first.name;
  const content = html`<h1>Try it</h1>
<p class="lead">Halfminute makes the codes that sites ask for after the password. Five steps, a few minutes, and a site on which nothing can go wrong.</p>
<section class="card">
<ol class="steps">
<li class="step" data-show="step">
<h2>Have Halfminute in your browser</h2>
<p>Is its icon in the toolbar? If it hides behind the puzzle piece there, pin it. If you started this site with <code>npm start</code>, the browser that opened has it already.</p>
<details>
<summary>How to install it</summary>
<p>In Halfminute’s folder, <code>npm run build</code> makes <code>dist/chrome</code> and <code>dist/firefox</code>.</p>
<p>Chrome, Edge and their like: open <code>chrome://extensions</code>, turn on “Developer mode”, choose “Load unpacked” and select <code>dist/chrome</code>.</p>
<p>Firefox: open <code>about:debugging#/runtime/this-firefox</code>, choose “Load Temporary Add-on…” and select <code>dist/firefox/manifest.json</code>.</p>
</details>
</li>
<li class="step" data-show="step">
<h2>Sign in as ${first.name}</h2>
<p>At <a href="/sign-in" data-do="to-sign-in">Sign in</a>, with:</p>
<dl>
<div><dt>Email</dt><dd><code class="whole" data-show="email">${first.email}</code></dd></div>
<div><dt>Password</dt><dd><code class="whole" data-show="password">${first.password}</code></dd></div>
</dl>
<p>So far, the password is enough.</p>
</li>
<li class="step" data-show="step">
<h2>Set up two factor</h2>
<p>Open “Security” at the top, and choose “Set up two factor”. With the QR code on the screen, click the Halfminute icon, then “Scan this page”.</p>
<p>Halfminute shows what it found, with its first code. Choose “Save account”. The first time, it asks for a passphrase of your choice, which will open it from then on: “Save with this passphrase”.</p>
</li>
<li class="step" data-show="step">
<h2>Confirm with the first code</h2>
<p>In Halfminute, choose “Fill this code”: it types the code into the page. Choose “Turn on two factor” there. The ten recovery codes are for the day Halfminute is lost; keep them, and choose “I have kept them”.</p>
</li>
<li class="step" data-show="step">
<h2>Sign out, and in again with a code</h2>
<p>Choose “Sign out” at the top, and sign in as ${firstName} once more. Now the site asks for a code: click the Halfminute icon, “Fill”, then “Confirm”. A code is good once, so wait for the next if Halfminute still shows the first: half a minute at the most.</p>
</li>
</ol>
</section>
<p>That was all. <a href="/testers" data-do="to-testers">For testers</a> has more: other people, lost devices, a wrong clock, and a code that is refused.</p>`;
  return layout({ title: 'Try it', width: 'wide reading', csrfToken, person, content });
}
