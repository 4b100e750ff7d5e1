/** Backups as tests start from them. */
import { createHash } from 'node:crypto';
import { openBackup, type SealedFrom, sealBackup } from '../../src/vault/backup';
import { newContent } from '../../src/vault/content';
import type { Argon2id } from '../../src/vault/kdf';
import { accountNamed, cheapArgon2id, NOW_MS, PASSPHRASE } from './memory-domain';

export const CONTENT = {
  ...newContent([accountNamed('mia@example.com', 1), accountNamed('Grünes Brett 橡皮鸭', 2)]),
  trash: [{ ...accountNamed('gone', 3), trashedMs: NOW_MS }],
  settings: { lockAfter: '1-hour', later: { x: 1 } },
};
export const VAULT = '11111111-2222-4333-8444-555555555555';
export const PORTS = { argon2id: cheapArgon2id, nowMs: () => NOW_MS };
export const backupOf = (changed: Partial<SealedFrom> = {}): SealedFrom => ({
  passphrase: PASSPHRASE,
  vaultId: VAULT,
  epoch: 3,
  generation: 41,
  content: CONTENT,
  ...changed,
});

export async function sealed(changed: Partial<SealedFrom> = {}): Promise<string> {
  const text = await sealBackup(PORTS, backupOf(changed));
  if (!text.ok) throw new Error(text.error.kind);
  return text.value;
}

/** The labels that open, or the kind of failure. */
export async function answerTo(text: string, passphrase = PASSPHRASE, argon2id: Argon2id = cheapArgon2id) {
  const opened = await openBackup({ argon2id }, text, passphrase);
  return opened.ok ? opened.value.content.accounts.map(({ label }) => label) : opened.error.kind;
}

export const LABELS = CONTENT.accounts.map(({ label }) => label);

/** The record again with this header text and a `sum` that fits. */
export function withHeaderText(record: string, h: string): string {
  const fields = JSON.parse(record) as Record<'h' | 'iv' | 'ct' | 'sum', string>;
  const parts = [Buffer.from(h), Buffer.alloc(1), Buffer.from(fields.iv, 'base64'), Buffer.from(fields.ct, 'base64')];
  return JSON.stringify({ ...fields, h, sum: createHash('sha256').update(Buffer.concat(parts)).digest('base64') });
}

export function headerText(record: string): string {
  return (JSON.parse(record) as { readonly h: string }).h;
}
