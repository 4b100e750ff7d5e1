/** Vaults that a Halfminute of the future wrote: a newer content, and a newer envelope. */
import { createHash } from 'node:crypto';
import { loadArgon2id } from '../../src/vault/argon2id-wasm';
import { readRecord, sealRecord } from '../../src/vault/record';
import { unlockVault } from '../../src/vault/unlock';
import { MemoryDomain, portsOver } from '../vault/memory-domain';
import { seedVault } from './seeded-vault';

type Items = Readonly<Record<string, unknown>>;

/** Content version 2 with everything of version 1, and more. */
export async function vaultWithNewerContent(passphrase: string): Promise<Items> {
  const items = await seedVault(passphrase, 8);
  const { argon2id } = await loadArgon2id();
  const domain = new MemoryDomain();
  await domain.set(items);
  const unlocked = await unlockVault({ ...portsOver(domain), argon2id }, passphrase);
  const record = await readRecord(items['va']);
  if (!unlocked.ok || !record.ok) throw new Error('the vault just made does not open');
  const { v, bs, cipher, ...described } = record.value.header;
  const content = { ...unlocked.value.content, content: 2, rings: [{ of: 'the future' }] };
  const sealed = await sealRecord(unlocked.value.vaultKey, { ...described, gen: described.gen + 1 }, content);
  return { ...items, va: sealed, vb: sealed };
}

/** Envelope version 2: nothing of it is known but that. */
export function vaultWithNewerEnvelope(): Items {
  const h = JSON.stringify({ v: 2, shape: 'unknown' });
  const [iv, ct] = [Buffer.alloc(12, 1), Buffer.alloc(64, 2)];
  const sum = createHash('sha256').update(h).update(Buffer.alloc(1)).update(iv).update(ct).digest();
  const [ivText, ctText, sumText] = [iv, ct, sum].map((bytes) => bytes.toString('base64'));
  return { va: JSON.stringify({ h, iv: ivText, ct: ctText, sum: sumText }), hw: '{}' };
}
