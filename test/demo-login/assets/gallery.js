// The QR gallery's script; the site outside the galleries has none. Paints canvases, opens what opens by itself.
for (const canvas of document.querySelectorAll('canvas[data-modules]')) {
  const rows = canvas.dataset.modules.split(' ');
  const side = canvas.width / rows.length;
  const brush = canvas.getContext('2d');
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.fillStyle = '#000';
  for (const [y, row] of rows.entries()) {
    for (const [x, module] of [...row].entries()) {
      if (module === '1') brush.fillRect(x * side, y * side, side, side);
    }
  }
}

for (const dialog of document.querySelectorAll('dialog')) {
  dialog.showModal();
  for (const button of document.querySelectorAll('[data-do=show-dialog]')) {
    button.addEventListener('click', () => dialog.showModal());
  }
}
