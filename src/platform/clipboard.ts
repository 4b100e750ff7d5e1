/** Writes a code to the clipboard. Nothing is ever read from it, and only a code is ever written. */
import { err, ok, type Result } from '../result';

export async function writeClipboard(code: string): Promise<Result<void, { kind: 'clipboard-refused' }>> {
  try {
    await navigator.clipboard.writeText(code);
    return ok(undefined);
  } catch {
    return err({ kind: 'clipboard-refused' });
  }
}
