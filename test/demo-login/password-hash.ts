/** Argon2id (RFC 9106) with OWASP's first recommendation: 19 MiB, two passes, about a tenth of a second here. */
import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

export function hashPassword(password: string): Promise<string> {
  return argon2id({
    password,
    salt: randomBytes(16),
    parallelism: 1,
    iterations: 2,
    memorySize: 19_456,
    hashLength: 32,
    outputType: 'encoded',
  });
}

/** An empty password is nobody's; hash-wasm throws on it. */
export async function isPasswordOf(hash: string, password: string): Promise<boolean> {
  return password !== '' && (await argon2Verify({ password, hash }));
}
