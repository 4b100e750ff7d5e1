/** Moving an account by the keys: one place up or down within its part of the list. */
import type { Account } from '../src/app/account';
import { moveBefore } from '../src/app/arrange';
import { look } from '../src/ui/look';
import { sayFailure, sayWarning, whileBusy } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { focusRow } from './active';
import { sections } from './listing';

export async function moveBy(account: Account, by: 1 | -1): Promise<void> {
  if (look.value.order !== 'own') return sayWarning(t('moveNeedsOwnOrder'));
  const part = sections.value.find(({ accounts }) => accounts.includes(account));
  // What was found stands in another order.
  if (part === undefined || part.name === 'found') return;
  const { accounts } = part;
  const to = accounts.indexOf(account) + by;
  if (to < 0 || to >= accounts.length) return;
  await whileBusy('change', async () => {
    // Down: in front of the one behind the next, of its own part as far as there is one.
    const beforeId = by < 0 ? accounts[to]?.id : accounts[to + 1]?.id;
    const moved = await moveBefore(account.id, beforeId);
    if (!moved.ok) await sayFailure(moved.error);
  });
  focusRow(account.id);
}
