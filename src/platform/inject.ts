/** Runs one self-contained function in the frames of a tab the person has just pointed at. */
import browser from 'webextension-polyfill';
import { err, ok, type Result } from '../result';

export type InjectFailure = { readonly kind: 'page-closed-to-extensions' };
/** The page turned into another one while the function ran: whether it had done its work, nobody can tell. */
export type PageLeft = { readonly kind: 'page-left' };

/** In the top frame alone. */
export async function runInTab<A extends unknown[], T>(
  tabId: number,
  func: (...values: A) => T | Promise<T>,
  values: A,
): Promise<Result<T, InjectFailure>> {
  const answers = await run({ tabId }, func, values);
  if (!answers.ok) return answers;
  const [answer] = answers.value;
  return answer === undefined ? err({ kind: 'page-closed-to-extensions' }) : ok(answer.value);
}

/** By then what runs in a page that only changed its address has answered. */
const ANSWERED_MS = 4000;

/** The same for a function that takes its time. Of a page that is left meanwhile, Firefox answers nothing at all. */
export async function runInTabWhileThere<A extends unknown[], T>(
  tabId: number,
  func: (...values: A) => T | Promise<T>,
  values: A,
): Promise<Result<T, InjectFailure | PageLeft>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leave: (answer: Result<never, PageLeft>) => void = () => {};
  const left = new Promise<Result<never, PageLeft>>((resolve) => {
    leave = resolve;
  });
  const onUpdated = (changedId: number, { status }: { status?: string }) => {
    if (changedId === tabId && status === 'loading')
      timer ??= setTimeout(() => leave(err({ kind: 'page-left' })), ANSWERED_MS);
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  try {
    const answer = await Promise.race([runInTab(tabId, func, values), left]);
    return !answer.ok && timer !== undefined ? err({ kind: 'page-left' }) : answer;
  } finally {
    clearTimeout(timer);
    browser.tabs.onUpdated.removeListener(onUpdated);
  }
}

/** What one frame answered; the top frame is 0. */
export interface FrameAnswer<T> {
  readonly frameId: number;
  readonly value: T;
}

/**
 * In every frame that the click on the icon opened to us: those of the page's own site. Answers of the top frame first; a
 * frame that does not answer is left out, and only where none does it is a failure.
 */
export async function runInFrames<A extends unknown[], T>(
  tabId: number,
  func: (...values: A) => T | Promise<T>,
  values: A,
): Promise<Result<readonly FrameAnswer<T>[], InjectFailure>> {
  const all = await run({ tabId, allFrames: true }, func, values);
  // One frame that is barred may bar them all.
  const answers = all.ok ? all : await run({ tabId }, func, values);
  if (!answers.ok) return answers;
  if (answers.value.length === 0) return err({ kind: 'page-closed-to-extensions' });
  return ok([...answers.value].sort((a, b) => a.frameId - b.frameId));
}

async function run<A extends unknown[], T>(
  target: { tabId: number; allFrames?: boolean },
  func: (...values: A) => T | Promise<T>,
  values: A,
): Promise<Result<readonly FrameAnswer<T>[], InjectFailure>> {
  try {
    const frames = await browser.scripting.executeScript({
      target,
      func: func as (...values: unknown[]) => unknown,
      args: values,
    });
    // Chromium answers null, without an error, for a function that threw.
    return ok(
      frames.flatMap(({ frameId, result }) =>
        result === undefined || result === null ? [] : [{ frameId, value: result as T }],
      ),
    );
  } catch {
    return err({ kind: 'page-closed-to-extensions' });
  }
}
