/**
 * What an account is known by at a glance: a picture of the person's own, the icon of a well-known issuer, or its first letter.
 * The icons come behind the first drawing.
 */
import { signal } from '@preact/signals';
import type { Account } from '../app/account';
import { findOwnIcon } from '../app/account';
import { issuerKey } from '../otp/issuer-key';
import { Monogram } from './monogram';
import { visibleText } from './text';

type Icons = typeof import('virtual:issuer-icons');

const loaded = signal<Icons | undefined>(undefined);

export async function loadIssuerIcons(): Promise<void> {
  loaded.value ??= await import('virtual:issuer-icons');
}

export function IssuerIcon({ account }: { readonly account: Account }) {
  const own = findOwnIcon(account);
  if (own !== undefined) return <img class="issuer-icon own" src={own} alt="" width="36" height="36" />;
  const [hex, path] = findIcon(account.issuer) ?? [];
  if (hex === undefined) return <Monogram name={visibleText(account.issuer || account.label)} />;
  return (
    <span
      class="issuer-icon"
      style={{ background: `#${hex}`, color: isLight(hex) ? '#16161d' : '#ffffff' }}
      aria-hidden="true"
    >
      <svg width="20" height="20" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
        <path d={path} />
      </svg>
    </span>
  );
}

function findIcon(issuer: string) {
  const now = loaded.value;
  const place = now?.keys[issuerKey(issuer)];
  return place === undefined ? undefined : now?.icons[place];
}

/** By its luminance (WCAG 2.2), where black on it is easier to see than white. */
function isLight(hex: string): boolean {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.4;
}
