import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ScanReport, ScanRequest } from '../../src/scan/scan-messages';

const code = {
  text: 'otpauth://totp/a?secret=GEZDGNBV',
  corners: [
    { x: 0, y: 0 },
    { x: 9, y: 0 },
    { x: 9, y: 9 },
    { x: 0, y: 9 },
  ],
} as const;
const scan = { width: 20, height: 10, codes: [code], finders: 0, isComplete: true };
const picture = new Blob(['a picture']);

class FakeWorker extends EventTarget {
  static started: FakeWorker[] = [];
  readonly asked: ScanRequest[] = [];
  isTerminated = false;

  constructor() {
    super();
    FakeWorker.started.push(this);
  }

  postMessage(request: ScanRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  report(data: ScanReport): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  fail(): void {
    this.dispatchEvent(new Event('error'));
  }
}

/** The module anew: whether a worker is warm is its own state. */
async function freshModule() {
  vi.resetModules();
  return await import('../../src/app/scan-picture');
}

function latestWorker(): FakeWorker {
  const worker = FakeWorker.started.at(-1);
  if (worker === undefined) throw new Error('no worker was started');
  return worker;
}

beforeEach(() => {
  FakeWorker.started = [];
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => vi.unstubAllGlobals());

it('tells each code as it comes, then the whole answer, and ends the worker', async () => {
  const { scanPicture } = await freshModule();
  const onCode = vi.fn();
  const scanned = scanPicture(picture, { onCode });
  const worker = latestWorker();
  expect(worker.asked).toEqual([{ kind: 'scan', id: 1, picture }]);
  worker.report({ kind: 'code', id: 1, code });
  expect(onCode).toHaveBeenCalledExactlyOnceWith(code);
  expect(worker.isTerminated).toBe(false);
  worker.report({ kind: 'done', id: 1, scan });
  expect(await scanned).toEqual({ ok: true, value: scan });
  expect(worker.isTerminated).toBe(true);
});

it('passes a failure of the worker on, and a broken worker is an unreadable picture', async () => {
  const { scanPicture } = await freshModule();
  const tooLarge = scanPicture(picture);
  latestWorker().report({ kind: 'failed', id: 1, failure: 'picture-too-large' });
  expect(await tooLarge).toEqual({ ok: false, error: { kind: 'picture-too-large' } });
  const broken = scanPicture(picture);
  latestWorker().fail();
  expect(await broken).toEqual({ ok: false, error: { kind: 'picture-unreadable' } });
  expect(FakeWorker.started.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
});

it('ends at once when cancelled, and tells nothing after it', async () => {
  const { scanPicture } = await freshModule();
  const onCode = vi.fn();
  const cancelling = new AbortController();
  const scanned = scanPicture(picture, { onCode, signal: cancelling.signal });
  const worker = latestWorker();
  cancelling.abort();
  worker.report({ kind: 'code', id: 1, code });
  worker.report({ kind: 'done', id: 1, scan });
  expect(await scanned).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect(worker.isTerminated).toBe(true);
  expect(onCode).not.toHaveBeenCalled();
});

it('starts no worker for a scan cancelled before it began', async () => {
  const { scanPicture } = await freshModule();
  expect(await scanPicture(picture, { signal: AbortSignal.abort() })).toEqual({
    ok: false,
    error: { kind: 'cancelled' },
  });
  expect(FakeWorker.started).toEqual([]);
});

it('uses the worker that was warmed, once', async () => {
  const { scanPicture, warmScanner } = await freshModule();
  warmScanner();
  warmScanner();
  expect(FakeWorker.started.length).toBe(1);
  const first = scanPicture(picture);
  expect(FakeWorker.started.length).toBe(1);
  expect(latestWorker().asked.map(({ kind }) => kind)).toEqual(['warm-up', 'scan']);
  latestWorker().report({ kind: 'done', id: 1, scan });
  await first;
  const second = scanPicture(picture);
  expect(FakeWorker.started.length).toBe(2);
  latestWorker().report({ kind: 'done', id: 1, scan });
  await second;
});

it('keeps no warm worker that broke', async () => {
  const { scanPicture, warmScanner } = await freshModule();
  warmScanner();
  const broken = latestWorker();
  broken.fail();
  expect(broken.isTerminated).toBe(true);
  const scanned = scanPicture(picture);
  expect(latestWorker()).not.toBe(broken);
  latestWorker().report({ kind: 'done', id: 1, scan });
  expect((await scanned).ok).toBe(true);
});
