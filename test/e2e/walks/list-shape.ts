/** How the rows of the list stand, whatever is written in them. */

/** Rows of one height, below each other, with nothing beside the screen and no character that turns or hides others. */
export const SHAPE = `(() => {
  const rows = [...document.querySelectorAll('[data-account]')];
  const boxes = rows.map((one) => one.getBoundingClientRect()).sort((a, b) => a.top - b.top);
  const main = document.querySelector('main');
  return {
    heights: new Set(boxes.map(({ height }) => Math.round(height))).size,
    overlaps: boxes.filter(({ top }, place) => place > 0 && top < boxes[place - 1].bottom - 0.5).length,
    sideways: Math.max(main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - innerWidth, 0),
    disguised: rows.filter((one) => /[\\u200b\\u202a-\\u202e\\u2066-\\u2069\\ufeff]/.test(one.textContent)).length,
    unnamed: rows.filter((one) => one.querySelector('[data-do=copy]').title === '').length,
  };
})()`;
export const SHAPELY = { heights: 1, overlaps: 0, sideways: 0, disguised: 0, unnamed: 0 };
