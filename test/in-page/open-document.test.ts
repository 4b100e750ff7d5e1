/** What the tests beside this one stand on: an injected function meets a page here as it does from the real popup. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../e2e/kinds';
import { DocumentServer } from './document-server';
import { OpenDocument } from './open-document';

describe.each(KINDS)('%s', (kind) => {
  let server: DocumentServer;
  let opened: OpenDocument;
  beforeAll(async () => {
    server = await DocumentServer.start();
    opened = await OpenDocument.in(kind);
  });
  afterAll(async () => {
    await opened?.close();
    server?.stop();
  });

  async function open(body: string, framed = ''): Promise<void> {
    server.show(body, {}, framed);
    await opened.open(`${server.origin}/`);
  }

  const look = () => {
    const patched = (window as Window & { secret?: string }).secret;
    const found = document.querySelectorAll('b').length;
    return { patched: patched ?? null, found };
  };
  const PATCHED = `<b>one</b><script>
    var secret = 'of the page';
    Document.prototype.querySelectorAll = () => [];
  </script>`;

  it('the page’s scripts do not reach it, except in their own world', async () => {
    await open(PATCHED);
    expect(await opened.run(look, [])).toEqual({ patched: null, found: 1 });
    expect(await opened.run(look, [], 'MAIN')).toEqual({ patched: 'of the page', found: 0 });
  });

  it('it leaves nothing in the page’s world', async () => {
    await open('<b>one</b>');
    const leave = () => {
      Object.assign(window, { left: true });
      return true;
    };
    expect(await opened.run(leave, [])).toBe(true);
    expect(await opened.ask('typeof left')).toBe('undefined');
  });

  it('its promise is awaited, and what it may not give as JSON is null', async () => {
    await open('');
    const after = async (text: string) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return text;
    };
    expect(await opened.run(after, ['said'])).toBe('said');
    expect(await opened.run(() => undefined, [])).toBe(null);
  });

  it('the page has lost the focus to the popup, and the element that asked for it is still the active one', async () => {
    await open('<input id="one"><input id="two" autofocus>');
    const focus = () => [document.hasFocus(), document.activeElement?.id, document.visibilityState];
    expect(await opened.run(focus, [])).toEqual([false, 'two', 'visible']);
  });

  it('it runs in the frames of the page’s own origin alone, the top one first', async () => {
    const frames = ['/framed', 'about:blank', `${server.otherOrigin}/framed`].map(
      (url) => `<iframe src="${url}"></iframe>`,
    );
    await open(`${frames.join('')}<iframe srcdoc="<p>"></iframe><iframe sandbox srcdoc="<p>"></iframe>`, '<p>');
    const found = await opened.runInFrames(() => window.location.href, []);
    expect(found[0]).toBe(`${server.origin}/`);
    expect(found.slice(1).map(String).sort()).toEqual(['about:blank', 'about:srcdoc', `${server.origin}/framed`]);
  });

  it('its picture is a PNG of the tab', async () => {
    await open('');
    expect((await opened.screenshot()).subarray(1, 4).toString()).toBe('PNG');
  });
});
