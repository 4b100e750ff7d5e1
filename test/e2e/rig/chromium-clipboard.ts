import type { BrowserContext, CDPSession } from 'playwright-core';

/** Pastes into a tab in the background. Needs no permission and no gesture, and the popup stays. */
export async function pasteInBackground(context: BrowserContext, cdp: CDPSession): Promise<string> {
  const url = 'about:blank#clipboard';
  const opened = context.waitForEvent('page', (page) => page.url() === url);
  await cdp.send('Target.createTarget', { url, background: true });
  const page = await opened;
  await page.setContent('<textarea autofocus></textarea>');
  await page.focus('textarea');
  const session = await context.newCDPSession(page);
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: ['paste'] });
  const text = await page.inputValue('textarea');
  await page.close();
  return text;
}
