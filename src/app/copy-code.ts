/** Copies a code, computed at the last moment: what reaches the clipboard is good now, whatever the screen still shows. */
import { writeClipboard } from '../platform/clipboard';
import { err, type Result } from '../result';
import { noteUse } from './session-key';

export interface CopyFailure {
  readonly kind: 'clipboard-refused' | 'account-broken';
}

export async function copyCode(codeNow: () => string | undefined): Promise<Result<void, CopyFailure>> {
  const code = codeNow();
  if (code === undefined) return err({ kind: 'account-broken' });
  // Before anything is awaited: a clipboard is open to a person's click only.
  const written = writeClipboard(code);
  await noteUse(Date.now());
  return await written;
}
