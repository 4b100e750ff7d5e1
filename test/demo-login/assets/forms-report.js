// Answers the forms, which go nowhere, and tells on request what all fields of the page hold, those in frames and closed
// shadow roots too, how often a form was sent, and how much of the page's elements has changed since it was ready.
let submits = 0;
let changes = 0;

for (const root of formRoots) {
  root.addEventListener('submit', (event) => {
    if (event.target.method === 'dialog') return;
    event.preventDefault();
    submits += 1;
    const answer = event.target.parentElement.querySelector('[data-show=answer]');
    if (answer !== null) answer.textContent = 'Signed in. This page takes any code.';
  });
}

const observer = new MutationObserver((records) => {
  changes += records.length;
});
for (const root of formRoots) {
  observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
}

function heldBy(field) {
  if (field.isContentEditable) return field.textContent;
  return field.type === 'checkbox' ? String(field.checked) : field.value;
}

function askFrame(frame) {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  frame.contentWindow.postMessage('form-report', '*', [port2]);
  return answer;
}

async function formReport() {
  changes += observer.takeRecords().length;
  const fields = formRoots.flatMap((root) => [...root.querySelectorAll('input, [contenteditable]')]);
  const own = { values: Object.fromEntries(fields.map((field) => [field.id, heldBy(field)])), submits, changes };
  const inner = await Promise.all([...document.querySelectorAll('iframe')].map(askFrame));
  return inner.reduce(
    (all, one) => ({
      values: { ...all.values, ...one.values },
      submits: all.submits + one.submits,
      changes: all.changes + one.changes,
    }),
    own,
  );
}

addEventListener('message', async ({ data, source, ports: [port] }) => {
  if (data === 'form-report' && source === parent) port.postMessage(await formReport());
});
