/**
 * Argon2id (RFC 9106) by the wasm of the package argon2id, which travels inside the script: the extension may fetch
 * nothing, not even a data: URL. Computed once against the RFC's own answer before it is trusted with a passphrase.
 */

import plainUrl from 'argon2id/dist/no-simd.wasm?url&inline';
import simdUrl from 'argon2id/dist/simd.wasm?url&inline';
import setupWasm from 'argon2id/lib/setup.js';
import type { Bytes } from './bytes';
import { ARGON2ID_KNOWN_ANSWER, type Argon2id, isAcceptableCost } from './kdf';

export interface LoadedArgon2id {
  readonly argon2id: Argon2id;
  /** The package falls back without a word; this tells which of the two modules runs. */
  readonly isSimd: boolean;
}

/** Rejects where the module can't be loaded or gives a wrong answer. */
export async function loadArgon2id(): Promise<LoadedArgon2id> {
  let isSimd = false;
  let memory: WebAssembly.Memory | undefined;
  const load = async (url: string, imports: WebAssembly.Imports) => {
    const loaded = await WebAssembly.instantiate(moduleBytes(url), imports);
    isSimd = url === simdUrl;
    memory = imports['env']?.['memory'] as WebAssembly.Memory;
    return loaded;
  };
  const compute = await setupWasm(
    (imports) => load(simdUrl, imports),
    (imports) => load(plainUrl, imports),
  );
  const { tag, ...question } = ARGON2ID_KNOWN_ANSWER;
  const answer = [...compute(question)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (answer !== tag) throw new Error('Argon2id does not give the answer of RFC 9106.');
  const argon2id: Argon2id = async (passphrase, { memoryKib, passes, lanes, salt }) => {
    if (!isAcceptableCost({ memoryKib, passes, lanes })) {
      throw new RangeError('Argon2id is asked for more than its caps allow.');
    }
    const asked = { salt, passes, parallelism: lanes, memorySize: memoryKib, tagLength: 32 };
    const hash = Uint8Array.from(compute({ password: passphrase, ...asked }));
    // The package leaves blocks behind from which the key could be computed again.
    if (memory !== undefined) new Uint8Array(memory.buffer).fill(0);
    return hash;
  };
  return { argon2id, isSimd };
}

function moduleBytes(dataUrl: string): Bytes {
  return Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (character) => character.charCodeAt(0));
}
