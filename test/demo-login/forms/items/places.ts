/** Fields that stand where one has to look further. */
import { html } from 'hono/html';
import { filled, noField } from '../expectations';
import type { FormGroup } from '../item';
import { codeField, signIn } from '../sign-in';

/** A shadow root has no styles but its own. */
const styles = html`<link rel="stylesheet" href="/style.css"><link rel="stylesheet" href="/forms.css">`;

export const places: FormGroup = {
  title: 'In odd places',
  items: [
    {
      id: 'below-the-fold',
      title: 'Behind a scroll',
      about: 'Far below: nothing of the form shows until the page is scrolled down.',
      ...filled('code', 'The code, and the page is scrolled so that one sees it.'),
      ground: 'tall',
      stage: () => signIn({ service: 'Zinnia Zoo', fields: codeField() }),
    },
    {
      id: 'modal-dialog',
      title: 'In a modal dialog',
      about: 'A dialog asks for the code; behind it, out of reach, stands a form that does too.',
      ...filled('code', 'The code, in the dialog’s field. What is behind it stays empty.'),
      stage: () => html`${signIn({ service: 'Amber Archive', fields: codeField('Code', 'behind') })}
<button type="button" data-do="show-dialog">Show the dialog again</button>
<dialog aria-label="Amber Archive" data-acts="opens">
${signIn({ service: 'Amber Archive', heading: 'Still there?', lead: 'Enter a code to go on.', fields: codeField() })}
<form method="dialog"><button class="quiet">Close</button></form>
</dialog>`,
    },
    {
      id: 'open-shadow-root',
      title: 'In an open shadow root',
      about: 'Inside a component that keeps its parts apart from the page’s.',
      ...filled(),
      stage: () =>
        html`<div class="wide-host"><template shadowrootmode="open">${styles}${signIn({ service: 'Birch Bikes', fields: codeField() })}</template></div>`,
    },
    {
      id: 'nested-shadow-roots',
      title: 'In a shadow root in a shadow root',
      about: 'A component inside a component; only the inner one has the field.',
      ...filled(),
      stage: () =>
        html`<div class="wide-host"><template shadowrootmode="open">${styles}<p class="hint">Secured by Cedar Care</p><div><template shadowrootmode="open">${styles}${signIn({ service: 'Cedar Care', fields: codeField() })}</template></div></template></div>`,
    },
    {
      id: 'closed-shadow-root',
      title: 'In a closed shadow root',
      about: 'Inside a component that no other script may look into.',
      ...noField('nobody may look in there.'),
      stage: () =>
        html`<div class="wide-host" data-acts="closed"><template>${styles}${signIn({ service: 'Daisy Dental', fields: codeField() })}</template></div>`,
    },
    {
      id: 'other-name',
      title: 'The same page at localhost',
      about: 'The account is bound to this gallery at 127.0.0.1. This is the same page by another name.',
      expects: { kind: 'other-site' },
      outcome: 'Nothing is typed: it says that the account belongs to another site, and names it.',
      at: 'localhost',
      stage: () => signIn({ service: 'Ember Estates', fields: codeField() }),
    },
    {
      id: 'name-below-localhost',
      title: 'The same page at workbench.localhost',
      about: 'A third name of this computer, which any program on it could use as well.',
      expects: { kind: 'other-site' },
      outcome: 'Nothing is typed: it says that the account belongs to another site, and names it.',
      at: 'workbench.localhost',
      stage: () => signIn({ service: 'Ember Estates', fields: codeField() }),
    },
  ],
};
