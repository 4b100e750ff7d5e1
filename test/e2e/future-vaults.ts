/** Vaults that a Halfminute of the future wrote: a newer content, and a newer envelope. */
import { createHash } from 'node:crypto';
import { readRecord, sealRecord } from '../../src/vault/record';
import { openVault } from '../../src/vault/vault';
import { MemoryDomain } from '../vault/memory-domain';
import { type SeededItems, seedVault, VAULT_KEY } from './seeded-vault';

type Items = Readonly<Record<string, unknown>>;

/** Content version 2 with everything of version 1, and more. */
export async function vaultWithNewerContent(passphrase: string): Promise<SeededItems> {
  const items = await seedVault(passphrase, 8);
  const domain = new MemoryDomain();
  await domain.set(items);
  const opened = await openVault(domain, items[VAULT_KEY]);
  const record = await readRecord(items['va']);
  if (!opened.ok || !record.ok) throw new Error('the vault just made does not open');
  const { v, bs, cipher, ...described } = record.value.header;
  const content = { ...opened.value.content, content: 2, rings: [{ of: 'the future' }] };
  const sealed = await sealRecord(items[VAULT_KEY], { ...described, gen: described.gen + 1 }, content);
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
