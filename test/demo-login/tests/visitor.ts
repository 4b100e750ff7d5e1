/** A browser without a screen: keeps cookies, follows redirects, and posts the forms of the page it is on. */
import type { Hono } from 'hono';
import { integer } from '../columns';
import { openDatabase } from '../database';
import { createDemoSite } from '../server';
import { openSession } from '../sessions';
import type { SiteEnv } from '../site';
import { hotp, stepAt, USUAL } from '../totp';
import { CHEAP_PASSWORDS } from './cheap-passwords';

/** The first moment of a step of 30 s. */
export const START_MS = 58_000_000 * 30_000;
export const STEP_MS = 30_000;
export const MINUTE_MS = 60_000;

type More = Pick<Parameters<typeof createDemoSite>[0], 'post' | 'url' | 'passwordCost'>;

export async function openSite(database = openDatabase(), more: More = {}) {
  const clock = { nowMs: START_MS };
  const site = { database, nowMs: () => clock.nowMs, seed: 'tests', passwordCost: CHEAP_PASSWORDS };
  const { app, people } = await createDemoSite({ ...site, ...more });
  const [mira] = people;
  if (mira === undefined) throw new Error('nobody was seeded');
  const visitor = () => new Visitor(app);
  /** Straight to a session, for tests that are not about passwords. */
  const visitorAt = (stage: 'code' | 'set-up' | 'signed-in', { email } = mira) => {
    const byEmail = database.find('SELECT id FROM people WHERE email = :email', { ':email': email });
    const personId = integer(byEmail ?? {}, 'id');
    const { token } = openSession(site, { stage, personId });
    const there = visitor();
    there.plantToken(token);
    return there.get({ code: '/sign-in/code', 'set-up': '/set-up', 'signed-in': '/' }[stage]);
  };
  return { app, database, clock, people, mira, visitor, visitorAt };
}

export type OpenSite = Awaited<ReturnType<typeof openSite>>;

export class Visitor {
  readonly #app: Hono<SiteEnv>;
  readonly #cookies = new Map<string, string>();
  status = 0;
  path = '';
  html = '';
  headers = new Headers();

  constructor(app: Hono<SiteEnv>) {
    this.#app = app;
  }

  get token(): string | undefined {
    return this.#cookies.get('workbench-session');
  }

  plantToken(token: string): void {
    this.#cookies.set('workbench-session', token);
  }

  /** Another browser that holds the same cookies and looks at the same page. */
  twin(): Visitor {
    const twin = new Visitor(this.#app);
    for (const [name, value] of this.#cookies) twin.#cookies.set(name, value);
    twin.html = this.html;
    twin.path = this.path;
    return twin;
  }

  async get(path: string): Promise<this> {
    return this.#ask(path, { method: 'GET' });
  }

  /** With the token of the page it is on, like a form of that page. */
  async post(path: string, fields: Record<string, string> = {}): Promise<this> {
    return this.postRaw(path, { csrf: csrfIn(this.html), ...fields });
  }

  async postRaw(path: string, fields: Record<string, string>): Promise<this> {
    return this.#ask(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  async #ask(path: string, init: RequestInit): Promise<this> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.#app.request(path, { ...init, headers: cookie === '' ? {} : { cookie } });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    this.status = response.status;
    this.headers = response.headers;
    this.path = path;
    this.html = await response.text();
    const location = response.headers.get('location');
    return location === null ? this : this.#ask(location, { method: 'GET' });
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (/max-age=0/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }

  /** The text of the element that carries data-show="name". */
  shown(name: string): string | undefined {
    const match = new RegExp(`<(\\w+)[^>]*data-show="${name}"[^>]*>(.*?)</\\1>`, 's').exec(this.html);
    return match?.[2]
      ?.replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  }
}

export function csrfIn(html: string): string {
  return /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

export async function givePassword(visitor: Visitor, person: { email: string; password: string }): Promise<Visitor> {
  await visitor.get('/sign-in');
  return visitor.post('/sign-in', { email: person.email, password: person.password });
}

export function codeAt(secret: Uint8Array, nowMs: number): string {
  return hotp(secret, stepAt(nowMs));
}

/** A well-formed code that is right at no step near now. */
export function wrongCode(secret: Uint8Array, nowMs: number): string {
  const near = [-2, -1, 0, 1, 2].map((away) => hotp(secret, stepAt(nowMs) + away));
  for (let number = 0; ; number++) {
    const code = String(number).padStart(USUAL.digits, '0');
    if (!near.includes(code)) return code;
  }
}

export function secretOn(visitor: Visitor): Uint8Array {
  const key = visitor.shown('key')?.replaceAll(' ', '') ?? '';
  const bits = [...key].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2));
}

/** Turns two factor on and signs out again; the clock then stands one step later. */
export async function turnTwoFactorOn(site: OpenSite): Promise<{ secret: Uint8Array; recoveryCodes: string[] }> {
  const visitor = await site.visitorAt('signed-in');
  await visitor.get('/profile/security/set-up');
  const secret = secretOn(visitor);
  await visitor.post('/profile/security/set-up', { otp: codeAt(secret, site.clock.nowMs) });
  const recoveryCodes = visitor.shown('recovery-codes')?.split(' ') ?? [];
  await visitor.post('/sign-out');
  site.clock.nowMs += STEP_MS;
  return { secret, recoveryCodes };
}
