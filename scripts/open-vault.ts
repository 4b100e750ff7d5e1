/**
 * npm run --silent open:vault -- COPIES.json PASSPHRASE: opens stored copies (the stored strings by their keys) as the
 * product does, and prints one JSON line. Nothing secret is printed: `accounts` is their number.
 */
import { loadArgon2id } from '../src/vault/argon2id-wasm';
import type { Argon2id } from '../src/vault/kdf';
import { unlockVault } from '../src/vault/unlock';
import { printLine, readJson } from './json-items';

const USAGE = 'Name a file and the passphrase: npm run --silent open:vault -- COPIES.json PASSPHRASE';

export async function main([file, passphrase]: string[]): Promise<number> {
  const copies = readJson(passphrase === undefined ? undefined : file, USAGE);
  if (copies === undefined || passphrase === undefined) return 1;
  if (typeof copies !== 'object' || copies === null || Array.isArray(copies)) {
    console.error(`${file} is no JSON object.`);
    return 1;
  }
  printLine(await openCopies(copies as Record<string, unknown>, passphrase));
  return 0;
}

const NAMED_ANSWERS = ['wrong-passphrase', 'no-passphrase', 'newer'] as const;

/** `damaged` also stands for no vault at all: copies without any trace of one hold nothing to open. */
export async function openCopies(
  copies: Readonly<Record<string, unknown>>,
  passphrase: string,
  derive?: Argon2id,
): Promise<Record<string, unknown>> {
  const argon2id = derive ?? (await loadArgon2id()).argon2id;
  const refuse = () => Promise.reject(new Error('Opening writes nothing.'));
  const get = async (key: string) => (Object.hasOwn(copies, key) ? copies[key] : undefined);
  const ports = {
    local: { get, set: refuse, remove: refuse, keys: async () => Object.keys(copies) },
    // The file may hold the second domain's records too, as the list `mirror`. The mark is the first domain's.
    mirror: { get: (key: string) => get(key === 'hw' ? '' : key), set: refuse, remove: refuse },
    deviceKeyCells: [],
    argon2id,
    exclusive: <T>(work: () => Promise<T>) => work(),
    nowMs: Date.now,
  };
  const unlocked = await unlockVault(ports, passphrase);
  if (unlocked.ok) {
    const { epoch, generation, content } = unlocked.value;
    return { answer: 'ok', epoch, generation, accounts: content.accounts.length };
  }
  const { kind } = unlocked.error;
  if (kind === 'kdf-failed') throw new Error('This machine has no memory left for Argon2id.');
  return { answer: NAMED_ANSWERS.find((answer) => answer === kind) ?? 'damaged' };
}
