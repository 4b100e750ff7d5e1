/** What is done with accounts of the settings beside the list: files of some of them, images; and how it all looks. */
import { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { vaultWithNewerContent } from './future-vaults';
import { KINDS } from './kinds';
import { niceAccounts } from './nice-accounts';
import { downloadAfter } from './rig/downloads';
import { ODD_NAMES, seedVault } from './seeded-vault';
import { accountsOver, focused, giveImage, lookAt } from './settings-accounts';
import { picture, type Stage, setStage } from './stage';
import { forgetConfirmation, giveBackup, openSettings } from './walks/backup-screens';
import { PASSPHRASE } from './walks/journey';

/** Wider than high, in one colour. */
function redPicture(): Buffer {
  const png = new PNG({ width: 400, height: 300 });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([200, 30, 40, 255], at);
  return PNG.sync.write(png);
}

describe.each(KINDS)('%s', (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(kind);
  });
  afterEach(async () => await stage.browser.closePopup());
  afterAll(async () => await stage?.close());

  const nice = async () => await accountsOver(stage, await seedVault(PASSPHRASE, 0, niceAccounts()));
  const odd = async () => {
    const secret = Uint8Array.from({ length: 20 }, (_, byte) => byte);
    const shared = { type: 'totp', secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
    const accounts = ODD_NAMES.map((names) => ({ ...names, ...shared }));
    return await accountsOver(stage, await seedVault(PASSPHRASE, 0, accounts));
  };

  it('a file of some accounts holds those and their group, and is no backup of all', async () => {
    const page = await nice();
    await page.click('.row:nth-child(1) [data-do=tick]');
    await page.click('.row:nth-child(8) [data-do=tick]');
    await page.click('[data-do=export-ticked]');
    await page.waitForText('[data-show=export]', '2 of your 8 accounts');
    await lookAt(stage, page, 'settings-export');
    await page.click('[data-show=export] [data-do=back]');
    await page.waitFor('[data-show=ticked]');
    await expect.poll(() => focused(page)).toBe('export-ticked');
    await page.press('Enter');
    await page.type('[data-field=passphrase]', PASSPHRASE);
    const file = await downloadAfter(stage.browser, async () => await page.press('Enter'));
    expect(file.name).toMatch(/^halfminute-accounts-\d{4}-\d\d-\d\d\.json$/);
    expect(await page.text('[data-show=backup-file]')).toMatch(
      /holds 2 of your 8 accounts, and does not count as a backup/,
    );
    await lookAt(stage, page, 'settings-exported');
    await page.click('[data-do=have-file]');
    await page.waitFor('[data-show=ticked]');
    const backup = await openSettings(stage.browser, 'backup');
    expect(await backup.text('[data-show=last-backup]')).toMatch(/^No backup yet/);
    await backup.click('[data-do=restore-backup]');
    await giveBackup(backup, file.bytes.toString());
    expect(await backup.text('[data-show=backup-read]')).toMatch(/with 2 accounts/);
  });

  it('an image of one’s own is made small and kept with the account; what is none is refused at the field', async () => {
    const page = await nice();
    await page.click('.row:nth-child(2) [data-do=edit]');
    await giveImage(page, 'words.png', Buffer.from('no picture at all'), '[data-show=error]');
    expect(await page.text('[data-show=own-image] [data-show=error]')).toMatch(/can’t be used as an image/);
    await lookAt(stage, page, 'settings-image-refused');
    await giveImage(page, 'red.png', redPicture(), '[data-do=remove-image]');
    expect(await page.has('[data-show=own-image] [data-show=error]')).toBe(false);
    const size = await page.evaluate<readonly number[]>(
      "(({ naturalWidth, naturalHeight, src }) => [naturalWidth, naturalHeight, src.length])(document.querySelector('.own-image img'))",
    );
    expect(size.slice(0, 2)).toEqual([72, 72]);
    expect(size[2]).toBeLessThan(24_000);
    await lookAt(stage, page, 'settings-image');
    await page.click('[data-do=save]');
    await page.waitFor('.row:nth-child(2) img.own');
    const popup = await stage.browser.openPopup();
    await popup.waitFor('.row:nth-child(2) img.own');
    await popup.click('.row:nth-child(2) [data-do=edit]');
    await popup.waitFor('[data-show=own-image] [data-do=remove-image]');
    expect(await popup.has('[data-do=choose-image]')).toBe(kind === 'chromium');
    await picture(popup, `${kind}-popup-image`);
    await popup.click('[data-do=remove-image]');
    await popup.click('[data-do=save]');
    await popup.waitFor('.row:nth-child(2) .monogram');
    await popup.click('[data-do=undo]');
    await popup.waitFor('.row:nth-child(2) img.own');
  });

  it('the code for another device is shown after asking again, and the form is there behind it', async () => {
    const page = await nice();
    await forgetConfirmation(page);
    await page.click('.row:nth-child(1) [data-do=edit]');
    await page.click('[data-do=show-account]');
    await page.waitFor('[data-show=ask-again]');
    expect(await page.has('[data-show=qr]')).toBe(false);
    await page.type('[data-field=passphrase]', PASSPHRASE);
    await page.press('Enter');
    await page.waitFor('[data-show=qr]');
    expect(await page.evaluate("document.activeElement.closest('[data-show=account-link]') !== null")).toBe(true);
    await lookAt(stage, page, 'settings-show-account');
    expect(await page.evaluate('document.body.innerHTML')).not.toMatch(/otpauth|JBSWY3DPEHPK3PXP/i);
    await page.click('[data-do=end-show]');
    await page.waitFor('[data-field=issuer]:focus');
  });

  it('a vault that can only be read is looked through, and offers nothing else', async () => {
    const page = await accountsOver(stage, await vaultWithNewerContent(PASSPHRASE));
    expect(await page.has('[data-do=tick], [data-do=tick-all], [data-do=edit], [data-show=ticked]')).toBe(false);
    await page.type('[data-field=search]', 'space');
    await page.waitFor('[data-count="1"]');
    await lookAt(stage, page, 'settings-accounts-read-only');
  });

  it('odd names, light and dark, wide and narrow', async () => {
    const page = await odd();
    await page.click('.row:nth-child(2) [data-do=tick]');
    await page.click('[data-do=group-ticked]');
    await page.type('[data-field=ticked-new-group]', `${'long '.repeat(60)}\u202eeman`);
    await page.press('Enter');
    await page.waitFor('[data-show=groups]');
    await page.click('.row:nth-child(1) [data-do=tick]');
    await page.click('[data-do=group-ticked]');
    await page.waitFor('[data-do=put-into-group]');
    await lookAt(stage, page, 'settings-ticked');
    await page.click('[data-do=cancel-group]');
    await page.resize(320, 640);
    await lookAt(stage, page, 'settings-ticked-narrow');
    await page.click('.row:nth-child(1) [data-do=edit]');
    await page.waitFor('.account-edit');
    await lookAt(stage, page, 'settings-edit-narrow');
    await page.click('[data-do=cancel]');
    await page.click('[data-do=delete-ticked]');
    await page.waitFor('[data-show=trash]');
    await lookAt(stage, page, 'settings-deleted-narrow');
  });
});
