import { beforeAll, describe, expect, it } from 'vitest';
import { CODE_LENGTH } from '../forms/expectations';
import { FORMS } from '../forms/forms';
import type { FormItem } from '../forms/item';
import { type OpenSite, openSite } from './visitor';

const STRICT = "default-src 'none'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; ";
const FRAMES = "script-src 'self'; frame-src 'self' http://127.0.0.1";
const SCRIPTS = ['<script defer src="/forms.js">', '<script defer src="/forms-report.js">'];
const FORBIDDEN = /\sstyle=|<style|\son\w+=/;

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});

async function pageOf({ id }: FormItem): Promise<string> {
  return await (await site.app.request(`/gallery/forms/${id}`)).text();
}

async function insideOf({ id }: FormItem): Promise<string> {
  return await (await site.app.request(`/gallery/forms/${id}/inside`)).text();
}

function idsIn(html: string): readonly string[] {
  return [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
}

function plainText(html: string): string {
  return html.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');
}

describe('the list', () => {
  it('leads to every form, under an id of its own, and says what to expect', async () => {
    const html = await (await site.app.request('/gallery/forms')).text();
    expect(FORMS.length).toBeGreaterThanOrEqual(34);
    expect(new Set(FORMS.map(({ id }) => id)).size).toBe(FORMS.length);
    expect([...html.matchAll(/href="\/gallery\/forms\/([^"]+)"/g)].map(([, id]) => id)).toEqual(
      FORMS.map(({ id }) => id),
    );
    for (const { id, title, about, outcome } of FORMS) {
      expect(id).toMatch(/^[a-z0-9-]+$/);
      expect(title.length).toBeGreaterThan(2);
      for (const sentence of [about, outcome]) expect(sentence).toMatch(/\.$/);
      expect(plainText(html)).toContain(outcome);
    }
  });

  it.each(['/sign-in', '/gallery/qr'])('is linked from %s', async (path) => {
    expect(await (await site.app.request(path)).text()).toContain('href="/gallery/forms"');
  });

  it('leads to the QR gallery', async () => {
    expect(await (await site.app.request('/gallery/forms')).text()).toContain('<p><a href="/gallery/qr">');
  });
});

describe.each(FORMS)('$id', (item) => {
  it('answers with its outcome, under a policy that knows only this server', async () => {
    const response = await site.app.request(`/gallery/forms/${item.id}`);
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual([]);
    const sandbox = item.isSandboxed === true ? '; sandbox allow-scripts allow-forms' : '';
    expect(response.headers.get('content-security-policy')).toBe(
      `${STRICT}frame-ancestors 'none'; base-uri 'none'; ${FRAMES}${sandbox}`,
    );
    const html = await response.text();
    expect(plainText(/data-show="outcome">([^<]+)</.exec(html)?.[1] ?? '')).toBe(item.outcome);
    expect(html.match(/<script[^>]*>/g)).toEqual(SCRIPTS);
    expect(html).not.toMatch(FORBIDDEN);
    for (const [, address = ''] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
      expect(address).toMatch(/^(http:\/\/(127\.0\.0\.1|([a-z]+\.)?localhost))?(\/[a-z0-9/.-]*|#content)$/);
    }
  });

  it('has the fields that are expected to be filled, each id once', async () => {
    const html = (await pageOf(item)) + (item.inside === undefined ? '' : await insideOf(item));
    const ids = idsIn(html);
    expect(ids.length).toBe(new Set(ids).size);
    const into = item.expects.kind === 'filled' ? item.expects.into : [];
    expect(into.filter(({ field }) => !ids.includes(field))).toEqual([]);
    const parts = into.map(({ part }) => part);
    expect([[], ['all'], ['grouped'], Array.from({ length: CODE_LENGTH }, (_, part) => part)]).toContainEqual(parts);
    expect(item.expects.kind === 'filled').toBe(into.length > 0);
  });

  it('sends its form to nobody, and never in an address', async () => {
    const html = (await pageOf(item)) + (item.inside === undefined ? '' : await insideOf(item));
    for (const [form] of html.matchAll(/<form[^>]*>/g)) {
      expect(form).toMatch(/^<form method="(post|dialog)"/);
      expect(form).not.toContain('action=');
    }
  });
});

describe('what stands in a frame', () => {
  it.each(FORMS.filter(({ inside }) => inside !== undefined))('of $id may be framed by this server', async ({ id }) => {
    const response = await site.app.request(`/gallery/forms/${id}/inside`);
    expect(response.headers.get('x-frame-options')).toBeNull();
    expect(response.headers.get('content-security-policy')).toBe(
      `${STRICT}frame-ancestors 'self' http://127.0.0.1; base-uri 'none'; script-src 'self'`,
    );
    const html = await response.text();
    expect(html.match(/<script[^>]*>/g)).toEqual(SCRIPTS);
    expect(html).not.toMatch(FORBIDDEN);
  });

  it.each([
    ['http://127.0.0.1:4646', 'http://localhost:4646'],
    ['http://localhost:4646', 'http://127.0.0.1:4646'],
    ['http://workbench.localhost:4646', 'http://localhost:4646'],
    ['http://elsewhere.example:4646', 'http://localhost'],
  ])('on a page from %s comes from %s, where it is another site', async (origin, other) => {
    const html = await (await site.app.request(`${origin}/gallery/forms/cross-origin-frame`)).text();
    expect(html).toContain(`src="${other}/gallery/forms/cross-origin-frame/inside"`);
  });
});

it('a page for another name leads there, by the same port', async () => {
  const html = await (await site.app.request('http://127.0.0.1:4646/gallery/forms/name-below-localhost')).text();
  expect(html).toContain('href="http://workbench.localhost:4646/gallery/forms/name-below-localhost"');
});

it.each(['/gallery/forms/nothing', '/gallery/forms/number/inside', '/gallery/forms/nothing/inside'])(
  '%s is missing',
  async (path) => {
    const response = await site.app.request(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  },
);

it('only style sheets, scripts and the icon may be loaded by a page without an origin', async () => {
  const policyOf = async (path: string) => (await site.app.request(path)).headers.get('cross-origin-resource-policy');
  for (const path of ['/style.css', '/gallery.css', '/forms.css', '/forms.js', '/forms-report.js', '/icon.svg']) {
    expect(await policyOf(path)).toBe('cross-origin');
  }
  for (const path of ['/sign-in', '/gallery/forms', '/gallery/qr', '/gallery/qr/img-file/code.png']) {
    expect(await policyOf(path)).toBe('same-origin');
  }
});
