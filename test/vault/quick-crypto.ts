/**
 * WebCrypto by OpenSSL's functions that return at once. The engine's own takes a thread and a key object for each call, which
 * is most of what a suite costs that seals and opens a hundred thousand records. primitives.test.ts holds the two together.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { IS_LONG } from '../tier';

const TAG_BYTES = 16;

interface QuickKey {
  readonly bytes: Uint8Array;
}

interface Gcm {
  readonly iv: Uint8Array;
  readonly additionalData: Uint8Array;
}

interface Hkdf {
  readonly salt: Uint8Array;
  readonly info: Uint8Array;
}

const quickSubtle = {
  async digest(_name: 'SHA-256', data: Uint8Array): Promise<ArrayBuffer> {
    return bufferOf(createHash('sha256').update(data).digest());
  },

  async importKey(_format: 'raw', bytes: Uint8Array): Promise<QuickKey> {
    return { bytes: Uint8Array.from(bytes) };
  },

  async deriveKey({ salt, info }: Hkdf, { bytes }: QuickKey): Promise<QuickKey> {
    return { bytes: new Uint8Array(hkdfSync('sha256', bytes, salt, info, 32)) };
  },

  async encrypt({ iv, additionalData }: Gcm, { bytes }: QuickKey, plain: Uint8Array): Promise<ArrayBuffer> {
    const cipher = createCipheriv('aes-256-gcm', bytes, iv).setAAD(additionalData);
    return bufferOf(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
  },

  async decrypt({ iv, additionalData }: Gcm, { bytes }: QuickKey, sealed: Uint8Array): Promise<ArrayBuffer> {
    const body = sealed.subarray(0, Math.max(0, sealed.length - TAG_BYTES));
    try {
      const decipher = createDecipheriv('aes-256-gcm', bytes, iv, { authTagLength: TAG_BYTES });
      decipher.setAAD(additionalData).setAuthTag(sealed.subarray(body.length));
      return bufferOf(Buffer.concat([decipher.update(body), decipher.final()]));
    } catch {
      throw new DOMException('The operation failed.', 'OperationError');
    }
  },
};

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

/** For the rest of the process, or until what it returns is called. */
export function replaceSubtle(): () => void {
  Object.defineProperty(crypto, 'subtle', { value: quickSubtle, configurable: true });
  return () => void Reflect.deleteProperty(crypto, 'subtle');
}

/** In the tests of this file. The long run takes the engine's own. */
export function withQuickCrypto(): void {
  if (IS_LONG) return;
  let restore = () => {};
  beforeAll(() => {
    restore = replaceSubtle();
  });
  afterAll(() => restore());
}
