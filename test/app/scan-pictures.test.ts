/** Pictures given as files: what is refused before the scan, and that none takes the others with it. */
import { describe, expect, it, vi } from 'vitest';
import { MOST_PICTURES, scanPictures } from '../../src/app/scan-pictures';
import { err, ok } from '../../src/result';
import { bytesOf, jpeg, jpegSegment, type Part, png } from '../scan/picture-bytes';

const file = (name: string, ...parts: Part[]) => new File([bytesOf(...parts)], name);
const found = (...texts: string[]) =>
  ok({ width: 9, height: 9, finders: 0, codes: texts.map((text) => ({ text, corners: [] })) }) as never;

const NEVER = new AbortController().signal;

describe('pictures given as files', () => {
  it('are scanned one after the other, and each text is answered once', async () => {
    const scan = vi
      .fn()
      .mockResolvedValueOnce(found('a', 'b'))
      .mockResolvedValueOnce(found())
      .mockResolvedValueOnce(found('b', 'c'));
    const { files, texts, leftOut } = await scanPictures(
      [1, 2, 3].map((n) => file(`${n}.png`, png(n, n))),
      NEVER,
      scan,
    );
    expect(files.map(({ name, outcome }) => [name, outcome.ok])).toEqual([
      ['1.png', true],
      ['2.png', true],
      ['3.png', true],
    ]);
    expect([texts, leftOut]).toEqual([['a', 'b', 'c'], []]);
  });

  it('end where the person ends them', async () => {
    const scan = vi
      .fn()
      .mockResolvedValueOnce(found('a'))
      .mockResolvedValueOnce(err({ kind: 'cancelled' }));
    const given = [1, 2, 3].map((n) => file(`${n}.png`, png(n, n)));
    expect((await scanPictures(given, NEVER, scan)).files.map(({ name }) => name)).toEqual(['1.png']);
    expect(scan).toHaveBeenCalledTimes(2);
  });

  it('lose none to a bad one', async () => {
    const gone = Object.assign(new File(['x'], 'gone.png'), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) }),
    });
    const large = Object.defineProperty(file('large.png', png(1, 1)), 'size', { value: 64 * 1_048_576 + 1 });
    const scan = vi
      .fn()
      .mockResolvedValueOnce(err({ kind: 'picture-unreadable' }))
      .mockResolvedValueOnce(found('a'));
    const given = [
      file('bomb.png', png(19_999, 19_999)),
      file('note.txt', 'hello'),
      gone,
      large,
      file('empty.png'),
      file('half.png', png(5, 5).subarray(0, 20)),
      file('lying.png', png(5, 5)),
      new Blob([png(5, 5)]),
    ];
    const { files, texts } = await scanPictures(given, NEVER, scan);
    expect(files.map(({ name, outcome }) => `${name} ${outcome.ok ? 'ok' : outcome.error.kind}`)).toEqual([
      'bomb.png picture-too-large',
      'note.txt picture-unknown',
      'gone.png picture-unreadable',
      'large.png picture-file-too-large',
      'empty.png picture-empty',
      'half.png picture-cut-off',
      'lying.png picture-unreadable',
      ' ok',
    ]);
    expect([texts, scan.mock.calls.length]).toEqual([['a'], 2]);
  });

  it('are read no further than their size stands, also where that is far behind', async () => {
    const notes = Array.from({ length: 30 }, () => jpegSegment(0xe1, new Uint8Array(65_000)));
    const camera = file('camera.jpg', jpeg(640, 480, notes), new Uint8Array(20 * 1_048_576));
    const slice = vi.spyOn(camera, 'slice');
    const { files } = await scanPictures([camera], NEVER, async () => found('a'));
    expect(files[0]?.outcome.ok).toBe(true);
    expect(slice.mock.calls.map(([, end]) => end)).toEqual([65_536, 1_048_576, 16_777_216]);
  });

  it('beyond the most that are looked at are named', async () => {
    const given = Array.from({ length: MOST_PICTURES + 2 }, (_, n) => file(`${n}.png`, png(1, 1)));
    const { files, leftOut } = await scanPictures(given, NEVER, async () => found());
    expect([files.length, leftOut]).toEqual([50, ['50.png', '51.png']]);
  });
});
