/** From a vault into a file, and out of the file into an empty vault: the codes are what they were. */
import { describe, expect, it } from 'vitest';
import { openRecord, readRecord } from '../../docs/decrypt.mjs';
import { codeAt, hotpCode } from '../../src/otp/codes';
import { detailsFrom, type StoredAccount } from '../../src/vault/account';
import { loadArgon2id } from '../../src/vault/argon2id-wasm';
import { openBackup, sealBackup } from '../../src/vault/backup';
import { compareBackup } from '../../src/vault/comparison';
import { newContent, type VaultContent } from '../../src/vault/content';
import { restoreFromBackup } from '../../src/vault/restoration';
import golden from '../fixtures/backup-content-1.json' with { type: 'json' };
import { backupOf } from './backup-stage';
import { NOW_MS, PASSPHRASE } from './memory-domain';

/** TOTP over SHA1, SHA256 and SHA512, HOTP and Steam. */
const ACCOUNTS = golden.accounts as readonly object[] as readonly StoredAccount[];
const TIMES_MS = [59_000, NOW_MS, Date.UTC(2038, 0, 19, 3, 14, 8), Date.UTC(2106, 1, 7, 6, 28, 16)];

function codesOf(accounts: readonly StoredAccount[]): readonly string[] {
  return accounts.flatMap((account) => {
    const details = detailsFrom(account);
    if (!details.ok) throw new Error(details.error.kind);
    const { value } = details;
    return TIMES_MS.map((nowMs) => (value.type === 'hotp' ? hotpCode(value) : codeAt(value, nowMs)));
  });
}

function restored(into: VaultContent, backup: VaultContent): VaultContent {
  const chosen = compareBackup(into, backup).map(({ account }) => ({ account, how: 'add' as const }));
  return restoreFromBackup(into, chosen, NOW_MS);
}

describe('T19: a vault that is exported, wiped and imported', () => {
  it('gives the same codes at every time, as does the independent decryptor', async () => {
    const { argon2id } = await loadArgon2id();
    const text = await sealBackup(
      { argon2id, nowMs: () => NOW_MS },
      backupOf({ content: { ...newContent(ACCOUNTS), trash: golden.trash } }),
    );
    if (!text.ok) throw new Error(text.error.kind);
    const opened = await openBackup({ argon2id }, text.value, PASSPHRASE);
    if (!opened.ok) throw new Error(opened.error.kind);
    const vault = restored(newContent([]), opened.value.content);
    expect(vault.accounts).toEqual(ACCOUNTS);
    expect(codesOf(vault.accounts)).toEqual(codesOf(ACCOUNTS));
    const independent = openRecord(readRecord(text.value), PASSPHRASE);
    expect(independent.accounts).toEqual(ACCOUNTS);
    expect(independent.trash).toEqual(golden.trash);
    expect(codesOf(independent.accounts)).toEqual(codesOf(ACCOUNTS));
  });

  it('gives them from the frozen backup, with everything that was sealed', async () => {
    const { argon2id } = await loadArgon2id();
    const { text, passphrase, accounts, trash, settings } = golden;
    const opened = await openBackup({ argon2id }, text, passphrase);
    if (!opened.ok) throw new Error(opened.error.kind);
    const { content, ...rest } = opened.value;
    expect(content).toEqual({ content: 1, accounts, trash, groups: [], settings });
    expect(rest).toMatchObject({ atMs: 1_796_000_005_000, epoch: 1, generation: 12, isNewer: false });
    expect(codesOf(restored(newContent([]), content).accounts)).toEqual(codesOf(ACCOUNTS));
  });
});
