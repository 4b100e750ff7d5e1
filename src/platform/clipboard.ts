/** Writes to the clipboard a code, or the link of an account for who asked for it. Nothing is ever read from it. */
import { err, ok, type Result } from '../result';

export async function writeClipboard(text: string): Promise<Result<void, { kind: 'clipboard-refused' }>> {
  try {
    await navigator.clipboard.writeText(text);
    return ok(undefined);
  } catch {
    return err({ kind: 'clipboard-refused' });
  }
}
