/** A picture that a person gave an account: made small, kept in the vault with it, and drawn from there. */
import { err, ok, type Result } from '../result';
import { readPictureHeader } from '../scan/picture-header';
import { isSafeIcon } from '../vault/account';

export { canAskForFiles } from '../platform/file-dialogs';

/** Pixels, twice as many as it is drawn with. */
const SIDE = 72;
/** A camera's notes may stand before the size. */
const FIRST_BYTES = 1_048_576;
const FORMATS: readonly string[] = ['png', 'jpeg', 'webp', 'gif'];

/** What a choice of files offers first. */
export const ICON_FILES = FORMATS.map((format) => `image/${format}`).join(',');

type Unreadable = { readonly kind: 'picture-unreadable' };

/** The picture's middle, as large as fits, on a square. What else is in the file is left behind. */
export async function readOwnIcon(file: Blob): Promise<Result<string, Unreadable>> {
  try {
    return (await isPicture(file)) ? await smallIcon(file) : err({ kind: 'picture-unreadable' });
  } catch {
    return err({ kind: 'picture-unreadable' });
  }
}

/** Known and of a size that can be drawn, before any of it is decoded. */
async function isPicture(file: Blob): Promise<boolean> {
  const header = readPictureHeader(new Uint8Array(await file.slice(0, FIRST_BYTES).arrayBuffer()));
  return header.ok && FORMATS.includes(header.value.format);
}

async function smallIcon(file: Blob): Promise<Result<string, Unreadable>> {
  const picture = await createImageBitmap(file);
  const side = Math.min(picture.width, picture.height);
  const canvas = new OffscreenCanvas(SIDE, SIDE);
  const context = canvas.getContext('2d');
  if (context === null) return err({ kind: 'picture-unreadable' });
  context.imageSmoothingQuality = 'high';
  const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
  context.drawImage(picture, left, top, side, side, 0, 0, SIDE, SIDE);
  picture.close();
  const icon = await dataUrl(await canvas.convertToBlob({ type: 'image/webp', quality: 0.9 }));
  return isSafeIcon(icon) ? ok(icon) : err({ kind: 'picture-unreadable' });
}

async function dataUrl(blob: Blob): Promise<string> {
  return await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}
