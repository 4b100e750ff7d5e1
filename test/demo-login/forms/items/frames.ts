/** Fields in frames, and a page that is none of its own site. */
import { html } from 'hono/html';
import { filled, noField } from '../expectations';
import type { FormGroup } from '../item';
import { codeField, field, signIn } from '../sign-in';

const own = (service: string) => signIn({ service, fields: codeField() });
const framed = (service: string, fields = codeField()) => signIn({ service, isFramed: true, fields });

export const frames: FormGroup = {
  title: 'In frames',
  items: [
    {
      id: 'same-origin-frame',
      title: 'In a frame of the same site',
      about: 'A page of this site inside the page has the form.',
      ...filled('code', 'The code, in the frame’s field.'),
      stage: () => html`<iframe src="/gallery/forms/same-origin-frame/inside" title="Sign-in"></iframe>`,
      inside: () => framed('Fern Florist'),
    },
    {
      id: 'cross-origin-frame',
      title: 'In a frame of another site',
      about: 'The form is a page of another site: this server under its other name.',
      ...noField('the address bar does not show who would get the code.'),
      stage: ({ otherOrigin }) =>
        html`<iframe src="${otherOrigin}/gallery/forms/cross-origin-frame/inside" title="Sign-in, by another site"></iframe>`,
      inside: () => framed('Ginger Gardens'),
    },
    {
      id: 'focused-foreign-frame',
      title: 'In a frame of another site, with the focus',
      about: 'The same, and the field has taken the focus.',
      ...noField('the focus tells nothing about whose field it is.'),
      stage: ({ otherOrigin }) =>
        html`<iframe src="${otherOrigin}/gallery/forms/focused-foreign-frame/inside" title="Sign-in, by another site"></iframe>`,
      inside: () =>
        framed(
          'Heather Hotels',
          field('Code', html`name="otp" type="text" autocomplete="one-time-code" data-acts="focused"`),
        ),
    },
    {
      id: 'beside-a-foreign-frame',
      title: 'Beside a frame of another site',
      about: 'The page has a field of its own; a frame of another site has one that looks just like it.',
      ...filled('code', 'The code, in the page’s own field. The frame gets nothing.'),
      stage: ({ otherOrigin }) => html`${own('Iris Imports')}
<iframe src="${otherOrigin}/gallery/forms/beside-a-foreign-frame/inside" title="Advertisement, by another site"></iframe>`,
      inside: () => framed('Iris Imports', codeField('Code', 'foreign')),
    },
    {
      id: 'sandboxed-frame',
      title: 'In a sandboxed frame',
      about: 'A page of this site in a frame that takes its origin away.',
      ...noField('what has no origin is nobody’s site.'),
      stage: () =>
        html`<iframe src="/gallery/forms/sandboxed-frame/inside" sandbox="allow-scripts allow-forms" title="Sign-in, sandboxed"></iframe>`,
      inside: () => framed('Jasmine Jobs'),
    },
    {
      id: 'sandboxed-page',
      title: 'A sandboxed page',
      about:
        'The whole page is served without an origin (Content-Security-Policy: sandbox), as sites serve what others uploaded.',
      expects: { kind: 'wrong-page' },
      outcome: 'Nothing is typed: the page is at the address, but is not of the site.',
      isSandboxed: true,
      stage: () => own('Kale Koffee'),
    },
  ],
};
