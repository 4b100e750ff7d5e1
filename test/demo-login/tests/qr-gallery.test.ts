import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase32 } from '../base32';
import { GALLERY } from '../gallery/gallery';
import type { GalleryAccount, GalleryItem } from '../gallery/item';
import { codesIn } from './gallery-codes';
import { bytesIn, numberIn, readFields } from './migration-payload';
import { type OpenSite, openSite } from './visitor';

const STRICT = "default-src 'none'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; ";

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});

async function pageOf({ id }: GalleryItem): Promise<string> {
  return await (await site.app.request(`/gallery/qr/${id}`)).text();
}

/** As a key URI says it, read by the platform's own parser. */
function accountIn(uri: string): GalleryAccount {
  const { host, pathname, searchParams } = new URL(uri);
  const [, label = ''] = decodeURIComponent(pathname.slice(1)).split(':');
  const number = (name: string) => Number(searchParams.get(name));
  const parts = {
    issuer: searchParams.get('issuer') ?? '',
    label,
    secret: searchParams.get('secret') ?? '',
    algorithm: searchParams.get('algorithm') as GalleryAccount['algorithm'],
    digits: number('digits'),
  };
  if (host === 'hotp') return { ...parts, type: host, counter: number('counter') };
  return { ...parts, type: host as 'totp' | 'steam', periodSeconds: number('period') };
}

describe('the list', () => {
  it('leads to every item, under an id of its own, and says what to expect', async () => {
    const html = await (await site.app.request('/gallery/qr')).text();
    expect(new Set(GALLERY.map(({ id }) => id)).size).toBe(GALLERY.length);
    expect([...html.matchAll(/href="\/gallery\/qr\/([^"]+)"/g)].map(([, id]) => id)).toEqual(
      GALLERY.map(({ id }) => id),
    );
    for (const { id, title, about, outcome } of GALLERY) {
      expect(id).toMatch(/^[a-z0-9-]+$/);
      for (const sentence of [title, `${about} ${outcome}`]) expect(sentence.length).toBeGreaterThan(2);
      expect(outcome).toMatch(/\.$/);
    }
  });

  it('is linked from the sign-in page', async () => {
    expect(await (await site.app.request('/sign-in')).text()).toContain('href="/gallery/qr"');
  });

  it('gives each account an issuer and a secret that no other has', () => {
    const accounts = GALLERY.flatMap(({ expects }) => ('accounts' in expects ? expects.accounts : []));
    expect(accounts.length).toBeGreaterThan(40);
    expect(new Set(accounts.map(({ secret }) => secret)).size).toBe(accounts.length);
    expect(new Set(accounts.map(({ issuer }) => issuer)).size).toBe(accounts.length);
  });
});

describe.each(GALLERY)('$id', (item) => {
  it('answers with its outcome, under a policy that knows only this server', async () => {
    const response = await site.app.request(`/gallery/qr/${item.id}`);
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(response.headers.get('content-security-policy')).toBe(
      `${STRICT}frame-ancestors 'none'; base-uri 'none'; script-src 'self'; frame-src 'self' http://127.0.0.1`,
    );
    const html = await response.text();
    const said = /data-show="outcome">([^<]+)</.exec(html)?.[1] ?? '';
    expect(said.replaceAll('&amp;', '&').replaceAll('&#39;', "'")).toBe(item.outcome);
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/gallery.js">']);
    expect(html).not.toMatch(/\sstyle=|<style|\son\w+=|https?:\/\/(?!127\.0\.0\.1\/|www\.w3\.org|workbench\.example)/);
  });

  it('shows the codes that it says it shows', async () => {
    const inside = item.inside === undefined ? '' : await framedIn(item);
    expect(await codesIn(site.app, inside === '' ? await pageOf(item) : inside)).toEqual(item.codes);
  });

  it('holds its secrets in its codes alone', async () => {
    const html = await pageOf(item);
    const secrets = 'accounts' in item.expects ? item.expects.accounts.map(({ secret }) => secret) : [];
    const isWritten = secrets.some((secret) => html.replaceAll(' ', '').includes(secret));
    expect(isWritten).toBe(item.id === 'otpauth-link' || item.id === 'text-key');
    for (const [, address = ''] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
      if (item.id === 'otpauth-link' && address.startsWith('otpauth:')) continue;
      expect(address).toMatch(/^(http:\/\/127\.0\.0\.1)?(\/[a-z0-9/.-]*|#content)$|^data:image\/png;/);
    }
  });
});

async function framedIn(item: GalleryItem): Promise<string> {
  const response = await site.app.request(`/gallery/qr/${item.id}/inside`);
  expect(response.headers.get('x-frame-options')).toBeNull();
  expect(response.headers.get('content-security-policy')).toBe(
    `${STRICT}frame-ancestors 'self' http://127.0.0.1; base-uri 'none'`,
  );
  return await response.text();
}

describe('what is expected', () => {
  it.each(GALLERY.filter(({ expects, codes }) => expects.kind === 'accounts' && codes.length > 0))(
    'of $id stands in its key URIs',
    ({ codes, expects }) => {
      const stated = codes.filter((code) => code.startsWith('otpauth://')).map(accountIn);
      expect(expects).toMatchObject({ accounts: stated });
    },
  );

  it('of the link stands in the link', async () => {
    const item = GALLERY.find(({ id }) => id === 'otpauth-link');
    const html = item === undefined ? '' : await pageOf(item);
    const uri = /href="(otpauth:[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(item?.expects).toMatchObject({ accounts: [accountIn(uri)] });
  });

  it.each(GALLERY.filter(({ expects }) => expects.kind === 'migration'))('of $id stands in its payload', (item) => {
    const data = new URL(item.codes[0] ?? '').searchParams.get('data') ?? '';
    const payload = readFields(Buffer.from(data, 'base64'));
    const accounts = bytesIn(payload, 1).map((bytes): GalleryAccount => {
      const account = readFields(bytes);
      const [secret, label, issuer] = [1, 2, 3].map((number) => bytesIn(account, number)[0] ?? Buffer.alloc(0));
      const parts = {
        secret: encodeBase32(secret ?? Buffer.alloc(0)),
        label: String(label),
        issuer: String(issuer),
        algorithm: (['SHA1', 'SHA256'] as const)[numberIn(account, 4) - 1] ?? 'SHA1',
        digits: [6, 8][numberIn(account, 5) - 1] ?? 0,
      };
      return numberIn(account, 6) === 1
        ? { ...parts, type: 'hotp', counter: numberIn(account, 7) }
        : { ...parts, type: 'totp', periodSeconds: 30 };
    });
    const [version, size, index] = [2, 3, 4].map((number) => numberIn(payload, number));
    expect(version).toBe(1);
    expect(item.expects).toEqual({ kind: 'migration', part: (index ?? 0) + 1, of: size, accounts });
  });

  it('of the export in three parts is one export: the same id, which is negative', () => {
    const parts = GALLERY.filter(({ expects }) => expects.kind === 'migration' && expects.of === 3);
    const ids = parts.map(({ codes: [code = ''] }) => {
      const data = new URL(code).searchParams.get('data') ?? '';
      return numberIn(readFields(Buffer.from(data, 'base64')), 5);
    });
    expect(ids).toEqual([-1_894_735_120, -1_894_735_120, -1_894_735_120]);
  });
});

describe('the frame of another site', () => {
  it.each([
    ['http://127.0.0.1:4646', 'http://localhost:4646'],
    ['http://localhost:4646', 'http://127.0.0.1:4646'],
    ['http://elsewhere.example:4646', 'http://localhost'],
  ])('on a page from %s comes from %s', async (origin, other) => {
    const response = await site.app.request(`${origin}/gallery/qr/cross-origin-frame`);
    expect(await response.text()).toContain(`src="${other}/gallery/qr/cross-origin-frame/inside"`);
    expect(response.headers.get('content-security-policy')).toContain(`frame-src 'self' ${other}`);
  });

  it('and every other part is missing where an item has none', async () => {
    for (const path of [
      '/gallery/qr/nothing',
      '/gallery/qr/svg/inside',
      '/gallery/qr/svg/code.png',
      '/gallery/elsewhere',
    ]) {
      const response = await site.app.request(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });
});
