/** Pages at names of the world, of which none is asked: the browsers take our certificate for each. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IS_LONG, KINDS } from './kinds';
import { type NamedSite, serveNamedSite } from './named-site';
import { type Stage, setStage } from './stage';

/** One that browsers know, one of other letters, and the one that has always been here. */
const HOSTS = ['github.com', 'xn--gthub-n4a.com', 'localhost'];

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  let site: NamedSite;
  beforeAll(async () => {
    site = await serveNamedSite();
    stage = await setStage(kind, { everyHostIsLocal: true });
  });
  afterAll(async () => {
    await stage?.close();
    site?.close();
  });

  it.each(IS_LONG ? [...HOSTS, 'g1thub.com', 'login.contoso.com', 'xn--e1awd7f.com'] : HOSTS)(
    'shows a page at https://%s',
    async (host) => {
      site.show({ [host]: '<p>Home', [`${host}/login`]: '<p>Sign in' });
      const page = await stage.browser.openPage(site.at(host, '/login'));
      expect(await page.text('p')).toBe('Sign in');
      expect(await page.evaluate('[location.protocol, location.hostname, isSecureContext]')).toEqual([
        'https:',
        host,
        true,
      ]);
      const popup = await stage.browser.openPopup();
      expect(await popup.evaluate('chrome.tabs.query({ active: true }).then(([tab]) => tab.url)')).toBe(
        site.at(host, '/login'),
      );
      await stage.browser.closePopup();
      expect(site.heard).toContainEqual({ host, path: '/login', body: '' });
    },
  );

  it('shows a page over http where no browser insists on https', async () => {
    site.show({ '*': '<p>Home' });
    const page = await stage.browser.openPage(site.plainAt('contoso.com'));
    expect(await page.evaluate('[location.href, isSecureContext]')).toEqual([site.plainAt('contoso.com'), false]);
  });

  it('shows frames of other names, and hears what they send', async () => {
    site.show({
      'contoso.com': `<iframe src="${site.at('evil.example')}"></iframe>`,
      'evil.example': "<script>fetch('/heard', { method: 'POST', body: 'from the frame' })</script>",
    });
    await stage.browser.openPage(site.at('contoso.com'));
    await expect
      .poll(() => site.heard)
      .toContainEqual({ host: 'evil.example', path: '/heard', body: 'from the frame' });
  });
});
