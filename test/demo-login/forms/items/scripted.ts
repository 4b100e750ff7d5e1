/** Fields that a script watches, and answers by changing them. */
import { html } from 'hono/html';
import { filled } from '../expectations';
import type { FormGroup } from '../item';
import { codeField, field, signIn } from '../sign-in';

export const scripted: FormGroup = {
  title: 'With a script of its own',
  items: [
    {
      id: 'grouped',
      title: 'Grouped as it is typed',
      about: 'The page writes a dash between the third and the fourth digit.',
      expects: { kind: 'filled', into: [{ field: 'code', part: 'grouped' }] },
      outcome: 'The code with the page’s own dash: 123-456.',
      stage: () =>
        signIn({
          service: 'Quartz Quotes',
          fields: field(
            'Code',
            html`name="otp" type="text" inputmode="numeric" maxlength="7" placeholder="000-000" data-acts="grouped"`,
          ),
        }),
    },
    {
      id: 'controlled',
      title: 'Held by its state',
      about:
        'As React does it: the field is set back to what the page knows, and input that changes nothing is passed over.',
      ...filled('code', 'The code, in the field and in the page’s state.'),
      stage: () =>
        signIn({
          service: 'Raven Reads',
          fields: field('Code', html`name="otp" type="text" inputmode="numeric" data-acts="controlled"`),
        }),
    },
    {
      id: 'bound',
      title: 'Bound to a model',
      about:
        'As Vue and Angular do it: the input is taken over, the field drawn again from it, and the button waits for six digits.',
      ...filled('code', 'The code; the button can be pressed then, and is not.'),
      changesItself: true,
      stage: () =>
        signIn({
          service: 'Slate Studio',
          fields: field('Authenticator code', html`name="mfa" type="text" inputmode="numeric" data-acts="bound"`),
        }),
    },
    {
      id: 'drawn-anew',
      title: 'Drawn anew',
      about: 'With every input the page puts a new field in the place of the old one.',
      ...filled(),
      changesItself: true,
      stage: () => signIn({ service: 'Tern Tickets', fields: html`<div data-acts="drawn-anew">${codeField()}</div>` }),
    },
    {
      id: 'sends-when-full',
      title: 'Sends when it is full',
      about: 'One field; the sixth digit sends the form.',
      expects: { kind: 'filled', into: [{ field: 'code', part: 'all' }], submits: 1 },
      outcome: 'The code, and the page signs in by itself, once.',
      changesItself: true,
      stage: () => signIn({ service: 'Umber Union', form: html`data-acts="sends-when-full"`, fields: codeField() }),
    },
    {
      id: 'editable',
      title: 'No field at all',
      about: 'A box of text that can be edited (contenteditable), labelled as a verification code.',
      ...filled('code', 'The code, as the text of the box.'),
      changesItself: true,
      stage: () =>
        signIn({
          service: 'Vale Video',
          fields: html`<p class="editable-label" id="code-label">Verification code</p>
<div class="editable" id="code" contenteditable="true" role="textbox" aria-labelledby="code-label" tabindex="0"></div>`,
        }),
    },
    {
      id: 'late',
      title: 'Comes a second late',
      about: 'The field appears one second after the page, or after its button was pressed.',
      ...filled('code', 'The code: it is waited for, up to three seconds.'),
      changesItself: true,
      stage: () =>
        signIn({
          service: 'Willow Water',
          lead: 'We are getting things ready.',
          fields: html`<div data-acts="late"><template>${codeField()}</template></div>`,
          after: html`<p><button class="quiet" type="button" data-do="start">Let it appear again</button></p>`,
        }),
    },
    {
      id: 'app-instead',
      title: 'Behind “use an app instead”',
      about: 'The page waits for a tap on a phone; the field only comes when “Use an app instead” is pressed.',
      expects: { kind: 'no-field' },
      outcome: 'Nothing is typed, and after three seconds it says that no field was found. The button is not pressed.',
      stage: () => html`<div class="service">
<p class="service-name">Yarrow Yachts</p>
<h2>Look at your phone</h2>
<p class="hint">We asked it whether this is you. Tap “Yes” there.</p>
<p><button class="quiet" type="button" aria-controls="by-app" data-acts="unfolds">Use an app instead</button></p>
<form method="post" id="by-app" hidden>
${codeField()}
<button class="main">Continue</button>
</form>
<p class="done" role="status" data-show="answer"></p>
</div>`,
    },
  ],
};
