/** T1: pages that want the code where no person sees it, asked of the filling function in a document. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../e2e/kinds';
import { ANSWERS_TO_FOCUS, UNSEEN } from '../e2e/threats/hostile-documents';
import { FillDocument } from './fill-document';

/** What is held by the fields that were never for the code: a page may put a copy of that one, under another name, in its place. */
const OTHERS =
  "[[...document.querySelectorAll('[name=note]')].at(-1).value, document.querySelector('[contenteditable]').textContent].join()";

describe.each(KINDS)('%s', (kind) => {
  let stage: FillDocument;
  beforeAll(async () => {
    stage = await FillDocument.in(kind);
  });
  afterAll(() => stage?.close());

  it.each(UNSEEN)('T1: nothing is typed into a field %s', async (_how, body) => {
    await stage.open(body);
    // As long as it takes to fade in and out.
    expect(await stage.fill({ patienceMs: 200 })).not.toBe('filled');
    expect(await stage.values()).toBe('');
  });

  it.each(ANSWERS_TO_FOCUS)(
    'T1: a page that answers the focus %s brings the code into no other field',
    async (_how, body) => {
      await stage.open(body);
      await stage.fill({ patienceMs: 200 });
      expect(await stage.ask(OTHERS)).toBe(',');
    },
  );
});
