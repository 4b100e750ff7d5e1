// The least that any popup must do for a first code, straight on: the key and the record, read once and side by side, opened,
// parsed, and one code of it.
const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
const utf8 = (text) => new TextEncoder().encode(text);

const [, { unlocked }, { va }] = await Promise.all([
  chrome.storage.local.get('look'),
  chrome.storage.session.get('unlocked'),
  chrome.storage.local.get('va'),
]);
const { h, iv, ct } = JSON.parse(va);
const material = await crypto.subtle.importKey('raw', bytes(unlocked.key), 'HKDF', false, ['deriveKey']);
const key = await crypto.subtle.deriveKey(
  { name: 'HKDF', hash: 'SHA-256', salt: bytes(JSON.parse(h).bs), info: utf8('halfminute/1 body') },
  material,
  { name: 'AES-GCM', length: 256 },
  false,
  ['decrypt'],
);
const sealed = { name: 'AES-GCM', iv: bytes(iv), additionalData: utf8(`halfminute/1 body\n${h}`) };
const body = new TextDecoder().decode(await crypto.subtle.decrypt(sealed, key, bytes(ct)));
const { accounts } = JSON.parse(body);
document.querySelector('[data-show=code]').textContent = await codeOf(
  accounts.find(({ type }) => type === 'totp'),
  Date.now(),
);
document.body.dataset.bench = 'done';

async function codeOf({ secret, algorithm, digits, periodSeconds }, nowMs) {
  const hash = algorithm.replace('SHA', 'SHA-');
  const hmac = await crypto.subtle.importKey('raw', base32(secret), { name: 'HMAC', hash }, false, ['sign']);
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(Math.floor(nowMs / 1000 / periodSeconds)));
  const mac = new DataView(await crypto.subtle.sign('HMAC', hmac, counter));
  const number = mac.getUint32(mac.getUint8(mac.byteLength - 1) & 15) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

function base32(text) {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Uint8Array.from(bits.join('').match(/.{8}/g), (octet) => Number.parseInt(octet, 2));
}
