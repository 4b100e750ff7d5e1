/**
 * What runs inside a page: with all it imports it is carried there as one function (fill-in-page.ts), so none of it may
 * import what is not meant for pages. It gets a code and the origin the person was looking at, checks that it is there, and
 * types into exactly one field (or one row of boxes) that asks for a code and that a person can see, in the page or in its
 * frames of the same origin. Where it has a doubt it types nothing. It adds nothing to the page and never throws: Chromium
 * would report that as no answer at all.
 */
import { lookForField } from './page-code-field';
import { enterCode, submitForm } from './page-enter-code';
import { textIn } from './page-field';
import { pause } from './page-typing';

export interface FillOutcome {
  readonly outcome: 'filled' | 'no-field' | 'several-fields' | 'occupied' | 'wrong-page' | 'expired' | 'rejected';
}

export interface FillOrder {
  readonly code: string;
  /** From this moment on the code is no longer typed. Milliseconds; the largest safe integer for a counted code. */
  readonly untilMs: number;
  /** Where the person was when they asked for it. */
  readonly origin: string;
  /** Whether the form is sent off behind the code. */
  readonly submits: boolean;
  /** How long a field may take to appear. */
  readonly patienceMs: number;
}

const LOOK_AGAIN_MS = 200;

export default async function fillCode(order: FillOrder): Promise<FillOutcome> {
  let isEntering = false;
  try {
    const lastLookMs = Date.now() + order.patienceMs;
    for (;;) {
      const refused = refusalOf(order);
      if (refused !== undefined) return { outcome: refused };
      const row = lookForField(order);
      if (row === 'several-fields') return { outcome: row };
      if (row !== 'no-field') {
        if (!row.every((field) => /^[\d\s_-]*$/.test(textIn(field)))) return { outcome: 'occupied' };
        // To look takes a moment, too.
        if (refusalOf(order) !== undefined) continue;
        isEntering = true;
        const held = await enterCode(row, order);
        if (held === undefined) return { outcome: 'rejected' };
        if (order.submits) held.slice(0, 1).forEach(submitForm);
        return { outcome: 'filled' };
      }
      if (!(Date.now() < lastLookMs)) return { outcome: 'no-field' };
      await pause(LOOK_AGAIN_MS);
    }
  } catch {
    return { outcome: isEntering ? 'rejected' : 'no-field' };
  }
}

/** A sandboxed page keeps its address but not its origin. */
function refusalOf({ origin, untilMs }: FillOrder): 'wrong-page' | 'expired' | undefined {
  if (location.origin !== origin || self.origin !== origin) return 'wrong-page';
  return Date.now() < untilMs ? undefined : 'expired';
}
