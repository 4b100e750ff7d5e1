/**
 * The pages of the form gallery for people: they pass axe in light and dark, and fit a phone. All are made by one hand: the long
 * run looks at one of every four and at what stands in frames. In Chromium alone: axe reads the same markup.
 */
import { afterAll, beforeAll, it } from 'vitest';
import { FORMS } from '../demo-login/forms/forms';
import { DemoVisit } from './demo-visit';
import { IS_LONG } from './kinds';
import { type Stage, setStage } from './stage';

const PHONE = { width: 390, height: 844 };

const PATHS = FORMS.flatMap(({ id, inside }, place) => [
  ...(place % 4 === 0 ? [`/gallery/forms/${id}`] : []),
  ...(inside === undefined ? [] : [`/gallery/forms/${id}/inside`]),
]);
/** One field, a dialog over the page, and a frame's page. */
const SOME_PATHS = ['one-time-code', 'modal-dialog', 'same-origin-frame/inside'].map(
  (path) => `/gallery/forms/${path}`,
);

let stage: Stage;
let visit: DemoVisit;
beforeAll(async () => {
  stage = await setStage('chromium');
  visit = await DemoVisit.begin(stage.browser, stage.site, PHONE);
});
afterAll(async () => await stage?.close());

it.each(['/gallery/forms', ...SOME_PATHS, ...(IS_LONG ? PATHS.filter((path) => !SOME_PATHS.includes(path)) : [])])(
  '%s',
  async (path) => {
    await visit.go(path);
    await visit.expectAccessible();
  },
);
