/**
 * Moving accounts, by the keys and by the pointer, within their part of the list: one after the other, each from where the
 * last one left the list.
 */
import { moveBefore } from '../src/app/arrange';
import { accountName } from '../src/ui/account-name';
import { look } from '../src/ui/look';
import { busy, home, nextChange, refresh, say, sayFailure, sayWarning } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { focusRow } from './active';
import { sections } from './listing';

let last: Promise<void> = Promise.resolve();

function inTurn(work: () => Promise<void>): Promise<void> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

/** Presses of keys that came faster than one could be written. */
let waiting: { readonly id: string; readonly steps: (1 | -1)[] } | undefined;

export async function moveBy(id: string, by: 1 | -1): Promise<void> {
  if (waiting?.id === id) return void waiting.steps.push(by);
  const mine = { id, steps: [by] };
  waiting = mine;
  await inTurn(async () => {
    if (waiting === mine) waiting = undefined;
    await move(id, (from, count) => mine.steps.reduce((at, step) => within(at + step, count), from));
  });
}

export async function moveTo(id: string, place: number): Promise<void> {
  await inTurn(async () => await move(id, () => place));
}

function within(place: number, count: number): number {
  return Math.max(0, Math.min(place, count - 1));
}

/** Says why where it is not. */
export function isMovable(id: string): boolean {
  const part = partOf(id);
  if (home.value?.state !== 'unlocked' || home.value.isReadOnly || part === undefined) return false;
  if (look.value.order !== 'own') sayWarning(t('moveNeedsOwnOrder'));
  else if (part.name === 'found') sayWarning(t('moveNotInSearch'));
  else return true;
  return false;
}

function partOf(id: string) {
  return sections.value.find(({ accounts }) => accounts.some((one) => one.id === id));
}

async function move(id: string, placeFor: (from: number, count: number) => number): Promise<void> {
  while (busy.value !== undefined) await nextChange(busy);
  const part = partOf(id);
  if (part === undefined || !isMovable(id)) return;
  const { accounts } = part;
  const from = accounts.findIndex((one) => one.id === id);
  const account = accounts[from];
  const to = within(placeFor(from, accounts.length), accounts.length);
  if (account === undefined || to === from) return;
  const others = accounts.toSpliced(from, 1);
  const beforeId = others[to]?.id ?? idBehind(others.at(-1)?.id, id);
  const isDone = await write(async () => {
    const moved = await moveBefore(id, beforeId);
    if (!moved.ok) await sayFailure(moved.error, t('moveFailed'));
    return moved.ok;
  });
  // Another window may have changed the list meanwhile: told is what is so now.
  const now = partOf(id)?.accounts ?? [];
  const place = now.findIndex((one) => one.id === id);
  if (isDone && place >= 0 && place !== from)
    say(t('movedTo', accountName(account), String(place + 1), String(now.length)), async () => await moveTo(id, from));
  focusRow(id);
}

/** Of all accounts, what stands behind `id`, which may be in the part alone; never the one that is moved. */
function idBehind(id: string | undefined, movedId: string): string | undefined {
  const all = home.value?.state === 'unlocked' ? home.value.accounts.filter((one) => one.id !== movedId) : [];
  return all[all.findIndex((one) => one.id === id) + 1]?.id;
}

/** What was said last stays until there is something else to say: the list does not jump between two presses of a key. */
async function write(work: () => Promise<boolean>): Promise<boolean> {
  busy.value = 'change';
  try {
    const isDone = await work();
    const before = home.peek();
    await refresh();
    // Another reading, which began later, may have taken the place of this one.
    if (home.peek() === before) await nextChange(home);
    return isDone;
  } finally {
    busy.value = undefined;
  }
}
