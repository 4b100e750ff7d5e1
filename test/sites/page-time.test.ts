/** The question after a site's time, over pages that are not there: what is asked, and what each answer comes to. */
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { askTime, type TimeAnswer } from '../../src/sites/page-time';

const ORIGIN = 'https://login.example';
const DATE = 'Thu, 04 Mar 2027 10:20:30 GMT';

interface Asked {
  readonly address: string;
  readonly how: RequestInit & { readonly signal: AbortSignal };
}
interface Page {
  readonly origin?: string;
  readonly self?: string;
  readonly fetch?: (asked: Asked, document: EventTarget) => Promise<unknown>;
}

/** Runs the text of the function, as the browser carries it, with nothing around it but a page. */
async function ask(page: Page, patienceMs = 10_000): Promise<{ answer: TimeAnswer; asked: readonly Asked[] }> {
  const { origin = ORIGIN, self = origin, fetch = async () => answered({ date: DATE }) } = page;
  const asked: Asked[] = [];
  const document = new EventTarget();
  const run = runInNewContext(`(${askTime})`, {
    location: { origin },
    self: { origin: self },
    document,
    AbortController,
    AbortSignal,
    setTimeout,
    fetch: async (address: string, how: Asked['how']) => {
      asked.push({ address, how });
      return await fetch({ address, how }, document);
    },
  }) as typeof askTime;
  return { answer: { ...(await run({ origin: ORIGIN, patienceMs })) }, asked };
}

function answered(headers: Record<string, string>, status = 200) {
  return new Response(null, { status, headers });
}

function violation(blockedURI: string): Event {
  return Object.assign(new Event('securitypolicyviolation'), { blockedURI });
}

describe('the question', () => {
  it('is one, for the headers of the icon, and takes nothing of the person along', async () => {
    const { asked } = await ask({});
    expect(asked).toHaveLength(1);
    const [{ address, how }] = asked as [Asked];
    expect(address).toMatch(/^https:\/\/login\.example\/favicon\.ico\?\d+$/);
    expect(how).toMatchObject({
      method: 'HEAD',
      mode: 'same-origin',
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    });
    expect(Object.keys(how)).toHaveLength(7);
    expect(how.signal.aborted).toBe(false);
  });

  it('is another each time: no cache knows it', async () => {
    const [one, other] = [await ask({}), await ask({})];
    expect(one.asked[0]?.address).not.toBe(other.asked[0]?.address);
  });

  it.each([
    ['a page of another site', { origin: 'https://other.example' }],
    ['a sandboxed page', { self: 'null' }],
  ])('is not put in %s', async (_what, page) => {
    expect(await ask(page)).toEqual({ answer: { outcome: 'wrong-page' }, asked: [] });
  });
});

describe('the answer', () => {
  it('is the headers as they came, with the moments before and after', async () => {
    const beforeMs = Date.now();
    const { answer } = await ask({ fetch: async () => answered({ date: DATE, age: '7' }) });
    expect(answer).toEqual({
      outcome: 'answered',
      sentMs: expect.any(Number),
      receivedMs: expect.any(Number),
      date: DATE,
      age: '7',
    });
    if (answer.outcome !== 'answered') return;
    expect(answer.sentMs).toBeGreaterThanOrEqual(beforeMs);
    expect(answer.receivedMs).toBeGreaterThanOrEqual(answer.sentMs);
    expect(Date.now()).toBeGreaterThanOrEqual(answer.receivedMs);
  });

  it.each([404, 405, 401, 500])('is as good with the status %i', async (status) => {
    const { answer } = await ask({ fetch: async () => answered({ date: DATE }, status) });
    expect(answer).toMatchObject({ outcome: 'answered', date: DATE, age: null });
  });

  it('has no time where none was sent', async () => {
    expect((await ask({ fetch: async () => answered({}) })).answer).toMatchObject({ outcome: 'answered', date: null });
  });

  it('that points elsewhere is not followed', async () => {
    const { answer, asked } = await ask({ fetch: async () => ({ type: 'opaqueredirect', headers: new Headers() }) });
    expect({ answer, count: asked.length }).toEqual({ answer: { outcome: 'redirected' }, count: 1 });
  });

  it('that does not come in time is none', async () => {
    const never = async ({ how: { signal } }: Asked) =>
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    expect((await ask({ fetch: never }, 1)).answer).toEqual({ outcome: 'no-answer' });
  });

  it.each([
    ['before the question ends', true],
    ['behind it', false],
  ])(
    'that the page’s policy forbids is told from one that does not come, also where the browser says so %s',
    async (_when, isFirst) => {
      const { answer } = await ask({
        fetch: async ({ address }, document) => {
          const tell = () => document.dispatchEvent(violation(address));
          if (isFirst) tell();
          else setTimeout(tell);
          throw new TypeError('NetworkError');
        },
      });
      expect(answer).toEqual({ outcome: 'forbidden' });
    },
  );

  it('is not forbidden by what the policy forbids to others', async () => {
    const { answer } = await ask({
      fetch: async (_, document) => {
        document.dispatchEvent(violation('https://tracker.example/pixel.gif'));
        throw new TypeError('NetworkError');
      },
    });
    expect(answer).toEqual({ outcome: 'no-answer' });
  });
});
