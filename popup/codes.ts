/** The code of an account as its row shows it. One of a counted account was taken before, and stays until the popup closes. */
import { signal } from '@preact/signals';
import { type Account, findCode, takeNextCode } from '../src/app/account';
import { sayFailure } from '../src/ui/page-state';

const taken = signal<ReadonlyMap<string, string>>(new Map());

/** Undefined where none can be made, or none was taken. */
export function codeOf(account: Account, nowMs: number): string | undefined {
  return account.type === 'hotp' ? taken.value.get(account.id) : findCode(account, nowMs);
}

export async function takeNext(id: string): Promise<void> {
  const next = await takeNextCode(id);
  if (next.ok) taken.value = new Map(taken.value).set(id, next.value);
  else await sayFailure(next.error);
}

/** An account that is edited may make others. */
export function forgetTaken(id?: string): void {
  const rest = id === undefined ? [] : [...taken.peek()].filter(([of]) => of !== id);
  taken.value = new Map(rest);
}
