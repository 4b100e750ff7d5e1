/** Asks the page in front for its time, when the person says so, and corrects the codes, when they say so again. */
import { checkClock } from '../src/app/clock-check';
import { err } from '../src/result';
import { correctCodes } from '../src/ui/correction-tasks';
import { activeAccount, focusRow } from './active';
import { checkPage, type PageSite } from './page';
import { endAtTop, task, turnTo } from './state';

/** A page that only looks like one of the person's sites is not asked: whoever made it would gain by wrong codes. */
export async function askPage(page: PageSite): Promise<void> {
  const asking = task.value;
  const check = await checkPage(page);
  // It was locked meanwhile: the question is not put any more.
  if (check === undefined) return;
  const answer = check.lookAlikes.size > 0 ? err({ kind: 'look-alike' as const }) : await checkClock(page);
  // Who went back meanwhile, or locked, is not called here again.
  if (task.value === asking) turnTo({ name: 'clock-checked', page, answer });
}

export async function correct(seconds: number): Promise<void> {
  if (await correctCodes(seconds)) endAtTop();
}

/** The keys go on from the list: the button they were on is gone. */
export async function stopCorrecting(): Promise<void> {
  if (await correctCodes(0)) focusRow(activeAccount.value?.id);
}
