// A made-up extension, just large enough to prove the drivers: the same permissions as the product, none of its code.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Target = 'chrome' | 'firefox';

export const fixtureExtensionId = 'rig-fixture@halfminute.example';

const background: Record<Target, object> = {
  chrome: { background: { service_worker: 'background.js' } },
  firefox: {
    background: { scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: fixtureExtensionId, strict_min_version: '142.0' } },
  },
};

const popupHtml = `<!doctype html>
<meta charset="utf-8">
<title>Fixture popup</title>
<link rel="stylesheet" href="popup.css">
<button id="capture">Capture</button> <output id="captured"></output>
<button id="inject">Inject</button> <output id="injected"></output>
<input id="words"> <output id="typed"></output> <output id="entered"></output>
<button id="copy">Copy</button> <output id="copied"></output>
<button id="keep">Keep</button> <button id="recall">Recall</button> <output id="recalled"></output>
<button id="late" disabled>Late</button> <button id="hidden" hidden>Hidden</button>
<button id="settings">Settings</button> <button id="bye">Bye</button>
<script src="popup.js"></script>
`;

const popupCss = `html { color-scheme: light dark; }
body { width: 300px; background: rgb(250, 250, 250); }
@media (prefers-color-scheme: dark) { body { background: rgb(10, 10, 10); } }
output { display: block; min-height: 1em; }
`;

const popupScript = `const api = globalThis.browser ?? globalThis.chrome;
const at = (id) => document.getElementById(id);

// What a button's work ends in, good or bad, stands in the output beside it.
function onClick(id, output, work) {
  at(id).addEventListener('click', async () => {
    at(output).textContent = '';
    try {
      at(output).textContent = await work();
    } catch (error) {
      at(output).textContent = 'refused: ' + error.message;
    }
  });
}

onClick('capture', 'captured', async () => {
  const picture = new Image();
  picture.src = await api.tabs.captureVisibleTab({ format: 'png' });
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight);
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, 0);
  const pixel = context.getImageData(canvas.width >> 1, canvas.height >> 1, 1, 1).data;
  return canvas.width + 'x' + canvas.height + ' ' + Array.from(pixel).slice(0, 3).join(',');
});

onClick('inject', 'injected', async () => {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  const [frame] = await api.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => (document.title = 'seen: ' + document.title),
  });
  return frame.result;
});

onClick('copy', 'copied', async () => {
  await navigator.clipboard.writeText(at('words').value);
  return 'copied';
});

onClick('keep', 'recalled', async () => {
  await Promise.all([
    api.storage.local.set({ words: at('words').value }),
    api.storage.session.set({ words: at('words').value }),
  ]);
  return 'kept';
});

onClick('recall', 'recalled', async () => {
  const [local, session] = await Promise.all([api.storage.local.get('words'), api.storage.session.get('words')]);
  return 'local ' + (local.words ?? 'empty') + ', session ' + (session.words ?? 'empty');
});

at('words').addEventListener('input', () => {
  at('typed').textContent = at('words').value;
  requestAnimationFrame(() => {
    at('late').disabled = false;
  });
});
at('words').addEventListener('keydown', (event) => {
  // Left alone, a shortcut would go on to the browser, as it does for a person.
  if (event.ctrlKey) event.preventDefault();
  const modifiers = ['Shift', 'Control', 'Alt', 'Meta'].filter((name) => event.getModifierState(name));
  at('entered').textContent = [...modifiers, event.key].join('+');
});
at('late').addEventListener('click', () => {
  at('late').textContent = 'clicked';
});
at('bye').addEventListener('click', () => window.close());
at('settings').addEventListener('click', () => {
  void api.tabs.create({ url: 'popup.html?settings' });
});
`;

const backgroundScript = `const api = globalThis.browser ?? globalThis.chrome;
// The body runs at every start of the worker or event page: the count shows that it was stopped and woken.
api.storage.session.get({ starts: 0 }).then(({ starts }) => api.storage.session.set({ starts: starts + 1 }));
api.storage.onChanged.addListener(() => {});
api.runtime.onMessage.addListener(() => {});
`;

/** Writes the extension into `folder`, in the form the browser takes, and returns the folder. */
export function writeFixtureExtension(folder: string, target: Target): string {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Rig fixture',
    version: '1.0',
    action: { default_popup: 'popup.html' },
    permissions: ['activeTab', 'scripting', 'storage'],
    ...background[target],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'popup.html'), popupHtml);
  writeFileSync(join(folder, 'popup.css'), popupCss);
  writeFileSync(join(folder, 'popup.js'), popupScript);
  writeFileSync(join(folder, 'background.js'), backgroundScript);
  return folder;
}
