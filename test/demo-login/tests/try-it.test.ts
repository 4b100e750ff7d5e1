import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { givePassword, type OpenSite, openSite, type Visitor } from './visitor';

let site: OpenSite;
let visitor: Visitor;
beforeEach(async () => {
  site = await openSite();
  visitor = await site.visitor().get('/try-it');
});

/** What Halfminute itself calls its buttons. */
const messages: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../src/_locales/en/messages.json'), 'utf8'),
);

function messageOf(name: string): string {
  if (typeof messages !== 'object' || messages === null || !(name in messages)) throw new Error(`no message ${name}`);
  const { message } = Reflect.get(messages, name) as { message: string };
  return message;
}

it('shows five steps to everybody', async () => {
  expect(visitor.html.split('data-show="step"')).toHaveLength(6);
  for (const stage of ['code', 'set-up', 'signed-in'] as const) {
    expect((await (await site.visitorAt(stage)).get('/try-it')).path).toBe('/try-it');
  }
});

it('shows an email and a password that sign in', async () => {
  const person = { email: visitor.shown('email') ?? '', password: visitor.shown('password') ?? '' };
  expect((await givePassword(visitor, person)).shown('home')).toContain('Hello, Mira');
});

it.each(['scanPage', 'save', 'createVault', 'fillThisCode', 'fill'])(
  'calls the button %s as Halfminute does, here and in the walks',
  async (name) => {
    expect(visitor.html).toContain(`“${messageOf(name)}”`);
    expect((await visitor.get('/testers')).html).toContain(`“${messageOf(name)}”`);
  },
);

it('calls the site’s buttons as the site does', async () => {
  const told = [...visitor.html.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name);
  const signedIn = await site.visitorAt('signed-in');
  const pages = [
    await signedIn.get('/profile/security').then(({ html }) => html),
    await signedIn.get('/profile/security/set-up').then(({ html }) => html),
    (await site.visitorAt('code')).html,
  ].join('\n');
  for (const name of ['Security', 'Set up two factor', 'Turn on two factor', 'Sign out', 'Confirm']) {
    expect(told).toContain(name);
    expect(pages).toContain(`>${name}</`);
  }
});
