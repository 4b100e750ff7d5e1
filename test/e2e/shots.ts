/** What `npm run shots` does once everything is built. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { serveCodePage } from './code-page';
import { setStage } from './stage';
import { adding, addingFirst } from './walks/adding-screens';
import { anotherPassphrase, backups } from './walks/backup-screens';
import { clockCheck } from './walks/clock-screens';
import { listInUse } from './walks/list-screens';
import { recovery } from './walks/recovery-screens';
import { scanAnswers, severalAccounts } from './walks/scan-screens';
import { dailyUse, firstAccount, type Look, manyAccounts, thisDeviceOnly, troubles } from './walks/screens';
import { settings, settingsThisDeviceOnly } from './walks/settings-screens';
import { signIn } from './walks/sign-in-screens';

export async function takeShots(folder: string, say: (words: string) => void): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const codes = await serveCodePage();
  const stage = await setStage('chromium', {
    windowSize: { width: 1000, height: 760 },
    everyHostIsLocal: true,
    isOwnBrowser: true,
  });
  let count = 0;
  const look: Look = async (view, name) => {
    for (const scheme of ['dark', 'light'] as const) {
      await view.preferColors(scheme);
      await view.screenshot(join(folder, `${name}-${scheme}.png`));
      count += 1;
    }
  };
  try {
    await firstAccount(stage, look);
    await dailyUse(stage, codes, look);
    await listInUse(stage, look);
    await thisDeviceOnly(stage, look);
    await troubles(stage, look);
    await signIn(stage, look);
    await clockCheck(stage, look);
    await scanAnswers(stage, codes, look);
    await severalAccounts(stage, look, look);
    await manyAccounts(stage, look);
    await settings(stage, look);
    await settingsThisDeviceOnly(stage, look);
    await adding(stage, look);
    await addingFirst(stage, look);
    await backups(stage, look);
    await anotherPassphrase(stage, look);
    await recovery(stage, look);
  } finally {
    await stage.close();
    codes.close();
  }
  say(`${count} pictures of the screens, light and dark, are in ${folder}`);
}
