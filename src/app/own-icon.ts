/** A picture that a person gave an account: made small, kept in the vault with it, and drawn from there. */
import { err, ok, type Result } from '../result';
import { isSafeIcon } from '../vault/account';

const SIDE = 72;
/** The picture's middle, as large as fits, on a square. */
export async function readOwnIcon(file: Blob): Promise<Result<string, { readonly kind: 'picture-unreadable' }>> {
  try {
    const picture = await createImageBitmap(file);
    const side = Math.min(picture.width, picture.height);
    const canvas = new OffscreenCanvas(SIDE, SIDE);
    const context = canvas.getContext('2d');
    if (context === null || side === 0) return err({ kind: 'picture-unreadable' });
    context.imageSmoothingQuality = 'high';
    const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
    context.drawImage(picture, left, top, side, side, 0, 0, SIDE, SIDE);
    picture.close();
    const icon = await dataUrl(await canvas.convertToBlob({ type: 'image/webp', quality: 0.9 }));
    return isSafeIcon(icon) ? ok(icon) : err({ kind: 'picture-unreadable' });
  } catch {
    return err({ kind: 'picture-unreadable' });
  }
}

async function dataUrl(blob: Blob): Promise<string> {
  return await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}
