/** The pages of the form gallery for people: they pass axe in light and dark, and fit a phone. In Chromium alone: axe reads the same markup. */
import { afterAll, beforeAll, it } from 'vitest';
import { FORMS } from '../demo-login/forms/forms';
import { DemoVisit } from './demo-visit';
import { type Stage, setStage } from './stage';

const PHONE = { width: 390, height: 844 };

/** All are made by one hand: one of every four, and what stands in frames. */
const PATHS = FORMS.flatMap(({ id, inside }, place) => [
  ...(place % 4 === 0 ? [`/gallery/forms/${id}`] : []),
  ...(inside === undefined ? [] : [`/gallery/forms/${id}/inside`]),
]);

let stage: Stage;
let visit: DemoVisit;
beforeAll(async () => {
  stage = await setStage('chromium', { windowSize: { width: 1000, height: 900 } });
  visit = await DemoVisit.begin(stage.browser, stage.site, PHONE);
});
afterAll(async () => await stage?.close());

it.each(['/gallery/forms', ...PATHS])('%s', async (path) => {
  await visit.go(path);
  await visit.expectAccessible();
});
