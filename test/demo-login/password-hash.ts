/** Argon2id (RFC 9106). The hash says how it was made, and so what it takes to check it. */
import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

export interface PasswordCost {
  readonly memoryKib: number;
  readonly passes: number;
}

/** OWASP's first recommendation: about a tenth of a second here. */
export const FULL_COST: PasswordCost = { memoryKib: 19_456, passes: 2 };

export function hashPassword(password: string, { memoryKib, passes }: PasswordCost): Promise<string> {
  return argon2id({
    password,
    salt: randomBytes(16),
    parallelism: 1,
    iterations: passes,
    memorySize: memoryKib,
    hashLength: 32,
    outputType: 'encoded',
  });
}

/** An empty password is nobody's; hash-wasm throws on it. */
export async function isPasswordOf(hash: string, password: string): Promise<boolean> {
  return password !== '' && (await argon2Verify({ password, hash }));
}
