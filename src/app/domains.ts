/** The two places the vault stands in, as the browser has them. */
import { mirror } from '../platform/mirror';
import { readStored, readStoredOf, removeStored, storedKeys, writeStored } from '../platform/storage';
import type { Domains, LocalDomain } from '../vault/storage';

const local: LocalDomain = {
  get: (key) => readStored('local', key),
  set: (items) => writeStored('local', items),
  remove: (keys) => removeStored('local', keys),
  keys: storedKeys,
};

export const domains: Domains = { local, mirror: mirror() };

/**
 * The domains with what stands under `keys` of the local one read in one go, side by side with the key. A value that is
 * damaged makes that fail whole: then each is read by itself.
 */
export function readAhead(keys: readonly string[]): Domains {
  const together = readStoredOf('local', keys).catch(() => undefined);
  const get = async (key: string) => {
    const values = keys.includes(key) ? await together : undefined;
    return values === undefined ? await local.get(key) : values[key];
  };
  return { local: { ...local, get }, mirror: domains.mirror };
}
