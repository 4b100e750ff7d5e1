/** The accounts of the list that are ticked, for what is done to several at once. */
import { useState } from 'preact/hooks';
import type { Account } from '../src/app/account';

export interface Ticked {
  /** In the order of the list. */
  readonly accounts: readonly Account[];
  has(id: string): boolean;
  set(ids: readonly string[], isTicked: boolean): void;
  clear(): void;
}

/** What is gone meanwhile, in whatever window, is no longer ticked. */
export function useTicked(all: readonly Account[]): Ticked {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    accounts: ids.size === 0 ? [] : all.filter(({ id }) => ids.has(id)),
    has: (id) => ids.has(id),
    set: (changed, isTicked) =>
      setIds((before) => {
        const after = new Set(before);
        for (const id of changed) {
          if (isTicked) after.add(id);
          else after.delete(id);
        }
        return after;
      }),
    clear: () => setIds(new Set()),
  };
}
