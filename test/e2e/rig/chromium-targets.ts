import type { CDPSession } from 'playwright-core';

export async function listTargets(cdp: CDPSession, type: 'page' | 'service_worker' | 'tab') {
  return (await cdp.send('Target.getTargets', { filter: [{ type }] })).targetInfos;
}

/** `Extensions.triggerAction` wants a target of type "tab", which CDP lists only when asked for. `url` is the page's in front. */
export async function findTabInFront(cdp: CDPSession, url: string): Promise<string> {
  const tabs = await listTargets(cdp, 'tab');
  // Every window has an active one.
  const active = tabs.filter(({ embedderData }) => String(embedderData?.['tabActive']) === 'true');
  const tab = active.find((one) => one.url === url) ?? active[0] ?? tabs.find((one) => one.url === url);
  if (tab === undefined) throw new Error(`Chromium lists no tab in front: ${JSON.stringify(tabs)}`);
  return tab.targetId;
}
