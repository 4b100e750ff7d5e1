// What the pages of the form gallery do by themselves: `data-acts` names it. A classic script, because a sandboxed page
// may load no module. formRoots are the trees that fields stand in: the document, and shadow roots, closed ones too.
const formRoots = [document];
const LATE_MS = 1000;
const CODE_LENGTH = 6;

const inputsIn = (root) => [...root.querySelectorAll('input')];
const digitsOf = (text) => text.replace(/\D/g, '');

const acts = {
  grouped(field) {
    field.addEventListener('input', () => {
      const digits = digitsOf(field.value).slice(0, CODE_LENGTH);
      field.value = digits.length > 3 ? `${digits.slice(0, 3)}-${digits.slice(3)}` : digits;
    });
  },

  // Remembers what the page last set through the field's own property; input that leaves it so is no input.
  controlled(field) {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    let lastSet = field.value;
    let state = field.value;
    Object.defineProperty(field, 'value', {
      configurable: true,
      get,
      set(text) {
        lastSet = String(text);
        set.call(field, text);
      },
    });
    field.addEventListener('input', () => {
      const typed = get.call(field);
      if (typed !== lastSet) state = typed;
      field.value = state;
    });
  },

  bound(field) {
    let model = '';
    const button = field.form.querySelector('button');
    const draw = () => {
      field.value = model;
      button.disabled = model.length !== CODE_LENGTH;
    };
    field.addEventListener('input', () => {
      model = digitsOf(field.value);
      queueMicrotask(draw);
    });
    field.addEventListener('change', draw);
    draw();
  },

  'moves-on'(row) {
    const boxes = inputsIn(row);
    for (const [at, box] of boxes.entries()) {
      box.addEventListener('input', () => {
        box.value = box.value.slice(-1);
        if (box.value !== '') boxes[at + 1]?.focus();
      });
      box.addEventListener('keydown', ({ key }) => {
        if (key === 'Backspace' && box.value === '') boxes[at - 1]?.focus();
      });
    }
    row.addEventListener('paste', (event) => {
      event.preventDefault();
      const digits = digitsOf(event.clipboardData.getData('text'));
      for (const [at, box] of boxes.entries()) box.value = digits.charAt(at);
    });
  },

  'drawn-anew'(holder) {
    holder.addEventListener('input', ({ target }) => {
      const old = inputsIn(holder);
      const fresh = old.map((field) => {
        const copy = field.cloneNode();
        copy.value = field.maxLength === 1 ? field.value.slice(-1) : field.value;
        field.replaceWith(copy);
        return copy;
      });
      const at = old.indexOf(target);
      (fresh[at + 1] ?? fresh[at]).focus();
    });
  },

  'sends-when-full'(form) {
    form.addEventListener('input', () => {
      const typed = inputsIn(form).map(({ value }) => value);
      if (digitsOf(typed.join('')).length === CODE_LENGTH) form.requestSubmit();
    });
  },

  late(place) {
    const template = place.querySelector('template');
    let timer;
    const start = () => {
      clearTimeout(timer);
      place.replaceChildren();
      timer = setTimeout(() => place.append(template.content.cloneNode(true)), LATE_MS);
    };
    for (const button of document.querySelectorAll('[data-do=start]')) button.addEventListener('click', start);
    start();
  },

  unfolds(button) {
    button.addEventListener('click', () => {
      document.getElementById(button.getAttribute('aria-controls')).hidden = false;
      button.remove();
    });
  },

  opens(dialog) {
    dialog.showModal();
    for (const button of document.querySelectorAll('[data-do=show-dialog]')) {
      button.addEventListener('click', () => dialog.showModal());
    }
  },

  closed(host) {
    const root = host.attachShadow({ mode: 'closed' });
    root.append(host.querySelector('template').content.cloneNode(true));
    formRoots.push(root);
  },

  focused(field) {
    field.focus();
  },
};

for (const element of document.querySelectorAll('[data-acts]')) acts[element.dataset.acts](element);

function addOpenRoots(tree) {
  for (const { shadowRoot } of tree.querySelectorAll('*')) {
    if (shadowRoot === null) continue;
    formRoots.push(shadowRoot);
    addOpenRoots(shadowRoot);
  }
}
addOpenRoots(document);
