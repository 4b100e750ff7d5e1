/** Settles once the element that asks for the focus has it: a browser gives it with its next drawing. */
export const HAS_ITS_FOCUS = `new Promise((resolve) => {
  const look = () => {
    const asking = document.querySelector('[autofocus]');
    if (asking === null || asking === document.activeElement) resolve(true);
    else requestAnimationFrame(look);
  };
  look();
})`;
