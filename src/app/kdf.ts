/** Argon2id in a worker of its own, so that no page freezes while a passphrase is checked. */

import type { Bytes } from '../vault/bytes';
import type { Argon2idParameters } from '../vault/kdf';
import type { KdfAnswer, KdfQuestion } from '../vault/kdf-worker';
import { askWorker } from './worker-call';

export async function deriveInWorker(passphrase: Uint8Array, parameters: Argon2idParameters): Promise<Bytes> {
  const worker = new Worker(new URL('../vault/kdf-worker.ts', import.meta.url), { type: 'module' });
  const answer = await askWorker<KdfQuestion, KdfAnswer>(worker, { id: 1, passphrase, parameters });
  if (!answer.ok) throw new Error('Argon2id could not be computed.');
  return answer.key;
}
