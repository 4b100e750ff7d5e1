/** Groups: names under which a person keeps accounts together. An account is in one group or in none. */
import type { VaultContent } from './content';
import { isJsonObject } from './json';

export interface StoredGroup {
  /** UUID. */
  readonly id: string;
  readonly name: string;
}

/** In the order in which a person has them. */
export function groupsOf({ groups }: VaultContent): readonly StoredGroup[] {
  return groups.filter(isGroup);
}

export function isGroup(value: unknown): value is StoredGroup {
  return isJsonObject(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string';
}
