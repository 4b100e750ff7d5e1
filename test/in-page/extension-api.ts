/**
 * The extension API as far as looking into a page needs it, in place of `webextension-polyfill`: it is about the document that a
 * test has opened. The pictures that pages drew are drawn, as in the product, in the real popup.
 */
import { PNG } from 'pngjs';
import type { drawSvg } from '../../src/app/draw-svg';
import type { ScannedPicture } from '../../src/app/scan-picture';
import { ok, type Result } from '../../src/result';
import { scanPixels } from '../../src/scan/scan-pixels';
import type { Injected, OpenDocument } from './open-document';

let opened: OpenDocument | undefined;

/** From now on the tab in front is this document's. */
export function putInFront(document: OpenDocument): void {
  opened = document;
}

function requireDocument(): OpenDocument {
  if (opened === undefined) throw new Error('No document is in front.');
  return opened;
}

interface Injection {
  readonly target: { readonly allFrames?: boolean };
  readonly func: Injected;
  readonly args: readonly unknown[];
}

export default {
  scripting: {
    async executeScript({ target, func, args }: Injection) {
      const document = requireDocument();
      const results =
        target.allFrames === true
          ? await document.runInFrames(func, args)
          : [await document.run(func, args as Parameters<Injected>)];
      return results.map((result, frameId) => ({ frameId, result }));
    },
  },
  tabs: {
    async query() {
      const { width, url } = await requireDocument().ask<{ width: number; url: string }>(
        '({ width: innerWidth, url: location.href })',
      );
      return [{ id: 1, windowId: 1, width, url }];
    },
    async captureVisibleTab() {
      return `data:image/png;base64,${(await requireDocument().screenshot()).toString('base64')}`;
    },
  },
};

/** `drawSvg` run in the popup. */
export function drawnInPopup(draw: typeof drawSvg): typeof drawSvg {
  return async (picture) => {
    const popup = await requireDocument().popup();
    const url = await popup.evaluate<string | null>(`(${draw})(${JSON.stringify(picture)}).then((png) =>
      png && new Promise((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result);
        reader.readAsDataURL(png);
      }))`);
    return url === null ? undefined : new Blob([Buffer.from(url.replace(/^[^,]*,/, ''), 'base64')]);
  };
}

/** The scanner of the product without its worker. */
export async function scanInNode(picture: Blob): Promise<Result<ScannedPicture, never>> {
  const { data, width, height } = PNG.sync.read(Buffer.from(await picture.arrayBuffer()));
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  return ok({ width, height, ...scanPixels({ data: pixels, width, height }) });
}

/** In place of one that keeps a worker. */
export class NodeScanner {
  readonly scan = scanInNode;
  close(): void {}
}
