/**
 * Runs inside a page, carried there as text: it may name nothing outside its own body. It asks the page's own site for its
 * time, by the smallest question there is: the headers of an icon that every browser asks for. Nothing of the person goes
 * along, neither cookies nor the page's address. A number made up for it, behind the icon's name, keeps caches from answering
 * in the site's place; an answer that points elsewhere is not followed.
 */
import type { TimedAnswer } from '../otp/clock-offset';

export interface TimeOrder {
  /** Where the person was when they asked. */
  readonly origin: string;
  readonly patienceMs: number;
}

export type TimeAnswer =
  | ({ readonly outcome: 'answered' } & TimedAnswer)
  /** `forbidden`: by the page's content security policy, which Firefox holds against extensions too. */
  | { readonly outcome: 'no-answer' | 'redirected' | 'forbidden' | 'wrong-page' };

export async function askTime({ origin, patienceMs }: TimeOrder): Promise<TimeAnswer> {
  /** The browser tells of what it blocks only a moment later. */
  const TOLD_MS = 500;
  // A sandboxed page keeps its address but not its origin.
  if (location.origin !== origin || self.origin !== origin) return { outcome: 'wrong-page' };
  const address = `${origin}/favicon.ico`;
  const listening = new AbortController();
  const blocked = new Promise<TimeAnswer>((resolve) => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ blockedURI }) => {
        if (blockedURI.startsWith(address)) resolve({ outcome: 'forbidden' });
      },
      { signal: listening.signal },
    );
  });
  try {
    const sentMs = Date.now();
    const { type, headers } = await fetch(`${address}?${Math.random().toString().slice(2)}`, {
      method: 'HEAD',
      mode: 'same-origin',
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patienceMs),
    });
    const receivedMs = Date.now();
    if (type === 'opaqueredirect') return { outcome: 'redirected' };
    return { outcome: 'answered', sentMs, receivedMs, date: headers.get('date'), age: headers.get('age') };
  } catch {
    const silence = new Promise<TimeAnswer>((resolve) => setTimeout(() => resolve({ outcome: 'no-answer' }), TOLD_MS));
    return await Promise.race([blocked, silence]);
  } finally {
    listening.abort();
  }
}
