/** The questions before a first fill, answered where they come. */
import { eventually } from './rig/eventually';
import { type View, ViewGoneError } from './rig/extension-browser';

/** What may stand before a first fill on a site, in the order it comes in. */
const QUESTIONS = ['[data-screen=other-site] [data-do=go-on]', '[data-do=bind-and-fill]'];

/** Agrees to fill the account's codes on this site, where that is asked: at the first fill there. */
export async function agreeOnce(page: View, popup: View, questions: readonly string[] = QUESTIONS): Promise<void> {
  const step = await nextStep(page, popup, questions);
  if (step === undefined) return;
  await popup.click(step);
  await agreeOnce(page, popup, questions.slice(questions.indexOf(step) + 1));
}

/** The first of `steps` that the popup offers; undefined once the code is in the page. */
async function nextStep(page: View, popup: View, steps: readonly string[]): Promise<string | undefined> {
  const code = 'document.querySelector("[name=otp]").value';
  const look = async () => {
    if (/^\d{6}$/.test(await page.evaluate<string>(code))) return 'filled';
    for (const step of steps) if (await popup.has(step)) return step;
    return undefined;
  };
  try {
    const seen = await eventually(look, () => 'the code to be in the page, or a question');
    return seen === 'filled' ? undefined : seen;
  } catch (error) {
    // It closes behind a fill.
    if (error instanceof ViewGoneError) return undefined;
    throw error;
  }
}
