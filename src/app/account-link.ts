/** A saved account for another app: as the link of its QR code. It holds the secret, and is made only when it is shown. */
import { formatOtpauthUri } from '../otp/otpauth-uri';
import { writeClipboard } from '../platform/clipboard';
import { err, ok, type Result } from '../result';
import { modulesPath, qrModules } from '../scan/qr-modules';
import { detailsFrom, type StoredAccount } from '../vault/account';

export interface DrawnLink {
  /** Modules on a side. */
  readonly size: number;
  /** The dark ones, as a path in those units. */
  readonly path: string;
}

export type LinkFailure = { readonly kind: 'account-broken' | 'link-too-long' };

export function drawLink(account: StoredAccount): Result<DrawnLink, LinkFailure> {
  const link = linkOf(account);
  if (!link.ok) return link;
  try {
    const modules = qrModules(link.value);
    return ok({ size: modules.length, path: modulesPath(modules) });
  } catch {
    return err({ kind: 'link-too-long' });
  }
}

export async function copyLink(
  account: StoredAccount,
): Promise<Result<void, LinkFailure | { readonly kind: 'clipboard-refused' }>> {
  const link = linkOf(account);
  return link.ok ? await writeClipboard(link.value) : link;
}

function linkOf(account: StoredAccount): Result<string, { readonly kind: 'account-broken' }> {
  const details = detailsFrom(account);
  return details.ok ? ok(formatOtpauthUri(details.value)) : err({ kind: 'account-broken' });
}
