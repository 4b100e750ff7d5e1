/**
 * What Argon2id (RFC 9106) may cost. New slots get today's cost and never less. A stored slot or a foreign file names its
 * own cost, so the caps are checked before a byte is allocated.
 */
import type { Bytes } from './bytes';

export interface Argon2idCost {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

export interface Argon2idParameters extends Argon2idCost {
  readonly salt: Bytes;
}

/** Passphrase (UTF-8 of NFKC) to 32 bytes. Rejects when the machine cannot: no memory, no worker, cost over the caps. */
export type Argon2id = (passphrase: Uint8Array, parameters: Argon2idParameters) => Promise<Bytes>;

/** One lane: four would cost us the same in a browser and give an attacker's machine four. */
export const TODAYS_COST: Argon2idCost = { memoryKib: 65_536, passes: 3, lanes: 1 };

/** Less memory, or less work over it, than a slot made today. */
export function isWeakerThanToday({ memoryKib, passes }: Argon2idCost): boolean {
  const { memoryKib: least, passes: times } = TODAYS_COST;
  return memoryKib < least || memoryKib * passes < least * times;
}

const MAX_MEMORY_KIB = 1_048_576;
const MAX_PASSES = 16;

/** RFC 9106, section 3.1 (8 KiB for every lane at least), and our caps: 1 GiB, 16 passes. */
export function isAcceptableCost({ memoryKib, passes, lanes }: Argon2idCost): boolean {
  return (
    [memoryKib, passes, lanes].every((count) => Number.isSafeInteger(count) && count >= 1) &&
    memoryKib <= MAX_MEMORY_KIB &&
    passes <= MAX_PASSES &&
    memoryKib >= 8 * lanes
  );
}

/** RFC 9106, section 5.3. */
export const ARGON2ID_KNOWN_ANSWER = {
  password: new Uint8Array(32).fill(1),
  salt: new Uint8Array(16).fill(2),
  secret: new Uint8Array(8).fill(3),
  ad: new Uint8Array(12).fill(4),
  parallelism: 4,
  passes: 3,
  memorySize: 32,
  tagLength: 32,
  tag: '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
} as const;
