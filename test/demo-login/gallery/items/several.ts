/** Pages with more than one code, and pages with enrolment but no code. */
import { html } from 'hono/html';
import { inGroupsOfFour } from '../../base32';
import { svgCode } from '../drawing/code-svg';
import { symbol } from '../drawing/symbol';
import type { GalleryGroup } from '../item';
import { enrols, sample } from '../sample';

const first = sample('Saffron Spice');
const second = sample('Thistle Theatre');
const among = sample('Walnut Works');
const link = sample('Poppy Press');
const key = sample('Quartz Quarry');

const HELP_ADDRESS = 'https://workbench.example/help/two-factor';
const GUEST_NETWORK = 'WIFI:T:WPA;S:Walnut guests;P:not-for-display;;';

function row(...codes: readonly { readonly caption: string; readonly text: string }[]) {
  return html`<div class="code-row">${codes.map(
    ({ caption, text }) => html`<figure>${svgCode(symbol(text))}<figcaption>${caption}</figcaption></figure>`,
  )}</div>`;
}

export const several: GalleryGroup = {
  title: 'Several codes, or none but a link or a key',
  items: [
    {
      id: 'two-codes',
      title: 'Two enrolment codes',
      about: 'Two accounts side by side.',
      expects: { kind: 'accounts', accounts: [first.account, second.account] },
      by: 'either',
      outcome: `A choice of two accounts: ${first.account.issuer} and ${second.account.issuer}.`,
      codes: [first.uri, second.uri],
      stage: () => row({ caption: 'Shop', text: first.uri }, { caption: 'Tickets', text: second.uri }),
    },
    {
      id: 'three-codes',
      title: 'One enrolment code among three',
      about: 'Between a web address and a Wi-Fi network stands the one that counts.',
      expects: { kind: 'accounts', accounts: [among.account], alongside: [HELP_ADDRESS, 'Wi-Fi'] },
      by: 'either',
      outcome: `${among.account.issuer} comes first; the others are named as what they are. The network’s password is shown nowhere.`,
      codes: [HELP_ADDRESS, among.uri, GUEST_NETWORK],
      stage: () =>
        row(
          { caption: 'Help', text: HELP_ADDRESS },
          { caption: 'Two factor', text: among.uri },
          { caption: 'Guest network', text: GUEST_NETWORK },
        ),
    },
    {
      id: 'otpauth-link',
      title: 'A link and no code',
      about: 'Only an otpauth link for an app on the same device.',
      ...enrols(link, 'The screen shows no code: the link is found by looking into the page.'),
      by: 'page',
      codes: [],
      stage: () => html`<p><a class="button" href="${link.uri}">Open in an authenticator on this device</a></p>`,
    },
    {
      id: 'text-key',
      title: 'A key in text and no code',
      about: 'Only the key, in groups of four, beside the words “setup key”.',
      expects: { kind: 'accounts', accounts: [{ ...key.account, issuer: '', label: '' }] },
      by: 'page',
      outcome: 'A preview with this key, named after this site: the page names none. The screen shows no code.',
      codes: [],
      stage: () =>
        html`<p>Can’t scan? Your setup key: <code class="key">${inGroupsOfFour(key.account.secret, ' ')}</code></p>`,
    },
  ],
};
