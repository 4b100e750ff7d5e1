/** Files that the person gives to a page, and gets from it. */
import type { TextFile } from '../app/text-file';
import { err, ok, type Result } from '../result';

/** More than any text that is taken can have. */
const MAX_BYTES = 256 * 1_048_576;
/** A browser may still be copying it from there when the click is over. */
const KEPT_MS = 60_000;

export type ReadFileFailure = { readonly kind: 'file-unreadable' | 'too-large' };

export async function readFile(file: File): Promise<Result<string, ReadFileFailure>> {
  if (file.size > MAX_BYTES) return err({ kind: 'too-large' });
  try {
    return ok(await file.text());
  } catch {
    return err({ kind: 'file-unreadable' });
  }
}

/** Into the folder where the browser puts what is downloaded, or wherever it asks the person. */
export function saveFile({ name, text }: TextFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  Object.assign(link, { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
