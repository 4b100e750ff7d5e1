/** Steps that many walks share: accounts added by link, the vault unlocked, storage put into a given state. */
import type { View } from '../rig/extension-browser';
import { PASSPHRASE } from './journey';

export const GITHUB = 'otpauth://totp/GitHub:octocat?secret=JBSWY3DPEHPK3PXP&issuer=GitHub';
/** The same names, another secret. */
export const GITHUB_ANEW = 'otpauth://totp/GitHub:octocat?secret=KRUGS4ZANFZSAYJA&issuer=GitHub';
export const CONTOSO = 'otpauth://totp/Contoso:anna?secret=GEZDGNBVGY3TQOJQ&issuer=Contoso';

/** From the list or the welcome screen to the preview. */
export async function pasteLink(popup: View, link: string): Promise<void> {
  await popup.click('[data-do=paste]');
  await popup.type('[data-field=link]', link);
  await popup.click('[data-do=continue]');
  await popup.waitFor('[data-screen=preview]');
}

/** Drops text beside every field: many links at once. What hears it comes behind the first drawing. */
export async function dropText(view: View, text: string): Promise<void> {
  await view.waitFor(':root[data-drags]');
  await view.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', ${JSON.stringify(text)});
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  })()`);
}

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Drops files onto the page, all at once. */
export async function dropFiles(view: View, files: readonly DroppedFile[]): Promise<void> {
  const given = files.map(({ name, bytes }) => [name, bytes.toString('base64')]);
  await view.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    for (const [name, base64] of ${JSON.stringify(given)})
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  })()`);
}

/** From here on no worker of this page hears anything: a scan never ends by itself. */
export async function stallWorkers(view: View): Promise<void> {
  await view.evaluate('void (Worker.prototype.postMessage = () => {})');
}

export async function unlock(view: View): Promise<void> {
  await view.type('[data-field=passphrase]', PASSPHRASE);
  await view.click('[data-do=unlock]');
}

export async function chooseThisDeviceOnly(popup: View): Promise<void> {
  await popup.click('[data-do=save]');
  await popup.click('[data-do=keep-here]');
  await popup.waitFor('[data-screen=keep-here]');
  await popup.click('[data-do=create-here]');
  await popup.waitFor('[data-screen=list] [data-show=notice]');
}

/** Everything that is stored, plain and session, as one text. */
export async function allStored(view: View): Promise<string> {
  return await view.evaluate(
    'Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]).then((all) => JSON.stringify(all))',
  );
}

/** From here on every write of this page into `storage.local` fails, as on a full disk; `mendWrites` ends it. */
export async function breakWrites(view: View): Promise<void> {
  await view.evaluate(`(() => {
    const { local } = chrome.storage;
    window.soundSet = local.set.bind(local);
    local.set = () => { throw new Error('the disk failed'); };
  })()`);
}

export async function mendWrites(view: View): Promise<void> {
  await view.evaluate('(() => { chrome.storage.local.set = window.soundSet; })()');
}
