/** Another extension, with every permission a person might give it, that is after Halfminute. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const manifest = {
  manifest_version: 3,
  name: 'Hostile',
  version: '1.0',
  permissions: ['scripting', 'tabs', 'storage', 'webNavigation'],
  host_permissions: ['<all_urls>'],
  content_scripts: [{ matches: ['<all_urls>'], js: ['content.js'], all_frames: true, match_about_blank: true }],
  browser_specific_settings: { gecko: { id: 'hostile@halfminute.example', strict_min_version: '142.0' } },
};

const page = '<!doctype html><meta charset="utf-8"><title>Hostile</title><h1>Hostile</h1>';
const contentScript = "document.documentElement.setAttribute('data-hostile', '');";

/** Writes the extension into `folder` and returns the folder; its page is `page.html`. */
export function writeHostileExtension(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'page.html'), page);
  writeFileSync(join(folder, 'content.js'), contentScript);
  return folder;
}

/** What its page does: each a function of the id and the origin of the extension it is after, and answers how it ended. */
export const attempts = {
  message: `(id) => chrome.runtime.sendMessage(id, { give: 'codes' }).then((answer) => 'answered ' + answer, (error) => error.message)`,
  connection: `(id) => new Promise((done) => {
    const port = chrome.runtime.connect(id);
    port.onMessage.addListener((message) => done('answered ' + message));
    port.onDisconnect.addListener((ended) => done((ended.error ?? chrome.runtime.lastError)?.message ?? 'hung up'));
    port.postMessage({ give: 'codes' });
  })`,
  fetch: `(id, origin, path) => fetch(origin + path).then((answer) => 'read ' + answer.status, () => 'refused')`,
  picture: `(id, origin, path) => new Promise((done) => Object.assign(new Image(), {
    onload: () => done('read'), onerror: () => done('refused'), src: origin + path,
  }))`,
  frame: `(id, origin, path) => new Promise((done) => {
    document.querySelector('iframe')?.remove();
    const frame = Object.assign(document.createElement('iframe'), { src: origin + path });
    frame.onload = frame.onerror = () => {
      let address = 'hidden';
      try { address = frame.contentWindow.location.href; } catch {}
      done(address);
    };
    document.body.append(frame);
  })`,
  script: `(id, origin) => chrome.tabs.query({}).then((tabs) => Promise.all(
    tabs.filter(({ url }) => url?.startsWith(origin + '/')).map(({ id: tabId }) => chrome.scripting.executeScript({
      target: { tabId }, func: () => document.body.innerText,
    }).then(([frame]) => 'read ' + frame.result, (error) => 'refused: ' + error.message))))`,
} as const;
