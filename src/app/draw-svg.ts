/** Draws what a page drew as SVG. As an image it runs no script and loads nothing, and no page's policy forbids it here. */
import type { PagePicture } from '../sites/page-pictures';

type SvgPicture = Extract<PagePicture, { svg: string }>;

/** A PNG, on the picture's ground with a margin of it; `undefined` where the browser can't draw it. */
export async function drawSvg({ svg, width, height, ground }: SvgPicture): Promise<Blob | undefined> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    await image.decode();
    const margin = Math.ceil(Math.min(width, height) / 8);
    const canvas = new OffscreenCanvas(width + 2 * margin, height + 2 * margin);
    const context = canvas.getContext('2d');
    if (context === null) return undefined;
    context.fillStyle = ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, margin, margin, width, height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}
