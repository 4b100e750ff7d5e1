/** The code an account shows now; drawn again only on its period's boundary. */

import type { Account } from '../app/account';
import { findCode } from '../app/account';
import { formatCode } from '../otp/codes';
import { codeNowMs, periodClock } from './clock';

export function LiveCode({ account }: { readonly account: Account }) {
  // Read for its effect: a new step draws this code again.
  if (account.type !== 'hotp') periodClock(account.periodSeconds).step.value;
  const code = findCode(account, codeNowMs());
  return (
    <span class="code" data-show="code">
      {code === undefined ? '–' : formatCode(code)}
    </span>
  );
}
