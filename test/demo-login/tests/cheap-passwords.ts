/** As little as Argon2 allows: for every test that is not about how dear a guess is. */
import type { PasswordCost } from '../password-hash';

export const CHEAP_PASSWORDS: PasswordCost = { memoryKib: 8, passes: 1 };
