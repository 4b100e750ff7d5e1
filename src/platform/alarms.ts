/** Alarms are hints: the background may be stopped, so whoever reads the key checks its deadline too. */
import browser from 'webextension-polyfill';

export async function setAlarm(name: string, atMs: number): Promise<void> {
  await browser.alarms.create(name, { when: atMs });
}

export function onAlarm(name: string, ring: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) ring();
  });
}
