import { html } from 'hono/html';
import { DIGITS, PERIODS_SECONDS } from '../key-parameters';
import { HASH_NAMES, type HashName, type KeyParameters } from '../totp';
import { postForm } from './form';
import type { View } from './layout';
import { choices } from './testers-choices';

const HASH_WORDS: Record<HashName, string> = { sha1: 'SHA-1', sha256: 'SHA-256', sha512: 'SHA-512' };

/** 'SHA-1, 6 digits, every 30 s' */
export function kindText({ hash, digits, periodSeconds }: KeyParameters): string {
  return `${HASH_WORDS[hash]}, ${digits} digits, every ${periodSeconds} s`;
}

export function nextKeySection(next: KeyParameters, csrfToken: string): View {
  return html`<section class="testers" aria-labelledby="next-key">
<h2 id="next-key">The next set-up</h2>
<p>Whoever sets two factor up next gets a key of this kind: <strong data-show="next-key">${kindText(next)}</strong>. Keys that are in use stay as they are.</p>
<div class="card">
${postForm({
  action: '/testers/next-key',
  csrfToken,
  content: html`${choices({
    legend: 'Algorithm',
    name: 'hash',
    chosen: next.hash,
    options: HASH_NAMES.map((hash) => ({ value: hash, label: HASH_WORDS[hash] })),
  })}
${choices({
  legend: 'Digits',
  name: 'digits',
  chosen: String(next.digits),
  options: DIGITS.map((digits) => ({ value: String(digits), label: String(digits) })),
})}
${choices({
  legend: 'A new code every',
  name: 'period',
  chosen: String(next.periodSeconds),
  options: PERIODS_SECONDS.map((seconds) => ({ value: String(seconds), label: `${seconds} s` })),
})}
<button data-do="set-next-key">Use this kind</button>`,
})}
</div>
<ul class="notes">
<li>Halfminute makes codes of all twelve kinds.</li>
<li>Every app knows SHA-1 with 6 digits every 30 s. Some know nothing else, take the QR code all the same, and show codes that are refused: so it was reported of Authy, Duo Mobile, Microsoft Authenticator and older versions of Google Authenticator.</li>
<li>A set-up page that stands open somewhere loses its key: reload it for one of the new kind, or it gives a new QR code at the next try.</li>
</ul>
</section>`;
}
