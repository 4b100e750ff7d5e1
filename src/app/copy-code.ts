/** Copies a code, computed at the last moment: what reaches the clipboard is good now, whatever the screen still shows. */
import { writeClipboard } from '../platform/clipboard';
import { err, type Result } from '../result';

export interface CopyFailure {
  readonly kind: 'clipboard-refused' | 'account-broken';
}

export async function copyCode(codeNow: () => string | undefined): Promise<Result<void, CopyFailure>> {
  const code = codeNow();
  if (code === undefined) return err({ kind: 'account-broken' });
  return await writeClipboard(code);
}
