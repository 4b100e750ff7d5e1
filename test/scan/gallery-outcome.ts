/** What the texts of a page of the QR gallery come to, in the words of the gallery. */
import { isEnrolling } from '../../src/app/enrolling';
import type { ScannedPayload } from '../../src/app/payload';
import type { AccountDetails } from '../../src/otp/otp';
import { encodeBase32 } from '../demo-login/base32';
import type { Expected } from '../demo-login/gallery/item';

type Account = Omit<AccountDetails, 'secret'> & { readonly secret: string };

/** Accounts are in the order of their secrets; `none` and `cut-off` cannot be told apart by texts. */
export function outcomeOf(payloads: readonly ScannedPayload[]): object {
  const [first] = payloads;
  if (first === undefined) return { kind: 'none' };
  const others = payloads.filter((payload) => !isEnrolling(payload)).map(shownAs);
  if (first.kind === 'migration' && payloads.length === 1) {
    const { batch, accounts } = first.migration;
    return {
      kind: 'migration',
      part: (batch?.index ?? 0) + 1,
      of: batch?.size,
      accounts: inOrder(accounts.map(plain)),
    };
  }
  const accounts = payloads.flatMap((payload) => (payload.kind === 'account' ? [plain(payload.account)] : []));
  if (accounts.length > 0) return { kind: 'accounts', accounts: inOrder(accounts), others };
  if (/^broken-/.test(first.kind)) return { kind: 'broken' };
  return { kind: 'other', shows: others.join() };
}

/** What stands beside an item, in the same words. A page tells no name of an account that stands there as a key alone. */
export function expectedOutcome(expected: Expected, nameless = ''): object {
  if (!('accounts' in expected)) return expected.kind === 'cut-off' ? { kind: 'none' } : expected;
  const accounts = inOrder(
    expected.accounts.map((one) => (one.issuer + one.label === '' ? { ...one, issuer: nameless } : one)),
  );
  if (expected.kind === 'migration') return { ...expected, accounts };
  return { kind: 'accounts', accounts, others: expected.alongside ?? [] };
}

function plain({ secret, ...account }: AccountDetails): Account {
  return { ...account, secret: encodeBase32(secret) };
}

function inOrder<T extends { readonly secret: string }>(accounts: readonly T[]): T[] {
  return [...accounts].sort((a, b) => (a.secret < b.secret ? -1 : 1));
}

function shownAs(payload: ScannedPayload): string {
  if (payload.kind === 'wifi') return 'Wi-Fi';
  return 'text' in payload ? payload.text : payload.kind;
}
