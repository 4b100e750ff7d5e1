/** The worker that computes Argon2id, so that no page freezes. It answers one question and is ended by whoever asked. */
import { loadArgon2id } from './argon2id-wasm';
import type { Bytes } from './bytes';
import type { Argon2idParameters } from './kdf';

export interface KdfQuestion {
  readonly id: number;
  readonly passphrase: Uint8Array;
  readonly parameters: Argon2idParameters;
}

export type KdfAnswer =
  | { readonly id: number; readonly ok: true; readonly key: Bytes }
  | { readonly id: number; readonly ok: false };

addEventListener('message', (event: MessageEvent<KdfQuestion>) => {
  void answer(event.data).then((message) => postMessage(message));
});

async function answer({ id, passphrase, parameters }: KdfQuestion): Promise<KdfAnswer> {
  try {
    const { argon2id } = await loadArgon2id();
    return { id, ok: true, key: await argon2id(passphrase, parameters) };
  } catch {
    return { id, ok: false };
  } finally {
    passphrase.fill(0);
  }
}
