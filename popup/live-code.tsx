/** The code an account shows now; drawn again only on its period's boundary. */

import type { Account } from '../src/app/account';
import { findCode } from '../src/app/account';
import { formatCode } from '../src/otp/codes';
import { periodClock } from '../src/ui/clock';

export function LiveCode({ account }: { readonly account: Account }) {
  // Read for its effect: a new step draws this code again.
  if (account.type !== 'hotp') periodClock(account.periodSeconds).step.value;
  const code = findCode(account, Date.now());
  return (
    <span class="code" data-show="code">
      {code === undefined ? '–' : formatCode(code)}
    </span>
  );
}
