/** docs/decrypt.mjs, which opens a backup with nothing of the product, held against the product and other libraries. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argon2id as noble } from '@noble/hashes/argon2.js';
import { blake2b as nobleBlake2b } from '@noble/hashes/blake2.js';
import { argon2id as hashWasm } from 'hash-wasm';
import { afterAll, describe, expect, it } from 'vitest';
import * as decrypt from '../../docs/decrypt.mjs';
import { parseOtpauthUri } from '../../src/otp/otpauth-uri';
import type { StoredAccount } from '../../src/vault/account';
import { loadArgon2id } from '../../src/vault/argon2id-wasm';
import { sealBackup } from '../../src/vault/backup';
import { newContent } from '../../src/vault/content';
import { ARGON2ID_KNOWN_ANSWER } from '../../src/vault/kdf';
import { sealRecord } from '../../src/vault/record';
import golden from '../fixtures/backup-content-1.json' with { type: 'json' };
import goldenVault from '../fixtures/vault-content-1.json' with { type: 'json' };
import { seededRandom } from '../scan/pictures';
import { newSeed } from '../seed';
import { IS_LONG } from '../tier';
import { backupOf, CONTENT, VAULT } from './backup-stage';
import { NOW_MS, PASSPHRASE } from './memory-domain';
import { slotOfCost, withHeader } from './stage';

const argon2id = decrypt.argon2id as never as (question: Record<string, unknown>) => Buffer;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const script = join(import.meta.dirname, '../../docs/decrypt.mjs');

const folder = mkdtempSync(join(tmpdir(), 'halfminute-decrypt-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(text: string, input: string, ...flags: string[]) {
  const file = join(folder, 'backup.json');
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...flags, file], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** The accounts of the frozen backup behind its passphrase, at a cost that is nothing to a derivation in plain JavaScript. */
async function cheapBackup(): Promise<string> {
  const key = new Uint8Array(32).fill(9);
  const place = { vault: VAULT, epoch: 1 };
  const slots = [await slotOfCost({ m: 8, t: 1, p: 1 }, key, place, golden.passphrase)];
  return await sealRecord(key, { ...place, gen: 1, ts: NOW_MS, slots }, newContent(golden.accounts as StoredAccount[]));
}

describe('its Argon2id', () => {
  it('gives the answer of RFC 9106, section 5.3', () => {
    const { password, salt, secret, ad, parallelism, passes, memorySize, tagLength, tag } = ARGON2ID_KNOWN_ANSWER;
    const question = { message: password, nonce: salt, secret, associatedData: ad, memory: memorySize };
    expect(hex(argon2id({ ...question, passes, parallelism, tagLength }))).toBe(tag);
  });

  const random = seededRandom(newSeed('decrypt'));
  const randomInt = (least: number, below: number) => least + Math.floor(random() * (below - least));
  const randomBytes = (length: number) => Uint8Array.from({ length }, () => randomInt(0, 256));

  it.each(Array.from({ length: 10 }, (_, place) => place))('gives what two other libraries give (%i)', async () => {
    const [message, nonce] = [randomBytes(randomInt(1, 200)), randomBytes(randomInt(8, 40))];
    const [passes, parallelism, tagLength] = [randomInt(1, 5), randomInt(1, 6), randomInt(4, 200)];
    const memory = 8 * parallelism + randomInt(0, 700);
    const ours = hex(argon2id({ message, nonce, memory, passes, parallelism, tagLength }));
    expect(ours).toBe(hex(noble(message, nonce, { m: memory, t: passes, p: parallelism, dkLen: tagLength })));
    const cost = { memorySize: memory, iterations: passes, parallelism, hashLength: tagLength };
    expect(ours).toBe(await hashWasm({ password: message, salt: nonce, ...cost, outputType: 'hex' }));
  });

  it('has a BLAKE2b that gives what others give, of every length about a block', () => {
    for (const bytes of [0, 1, 127, 128, 129, 255, 256, 257, 1000].map((length) => randomBytes(length))) {
      expect(hex(decrypt.blake2b(64, bytes))).toBe(createHash('blake2b512').update(bytes).digest('hex'));
      for (const dkLen of [1, 4, 32, 63]) {
        expect(hex(decrypt.blake2b(dkLen, bytes))).toBe(hex(nobleBlake2b(bytes, { dkLen })));
      }
    }
  });
});

it('runs from Node 20.0 on, where a module does not know its own file name', () => {
  expect(readFileSync(script, 'utf8')).not.toMatch(/import\.meta\.(filename|dirname)/);
});

describe('T19: what it opens', () => {
  it('is the frozen backup, with its trash and settings', () => {
    const { passphrase, text, accounts, trash, settings } = golden;
    const content = decrypt.openRecord(decrypt.readRecord(`\uFEFF${text}\n`), passphrase);
    expect(content).toEqual({ content: 1, n: accounts.length, accounts, trash, groups: [], settings });
  });

  // The derivation takes seconds in plain JavaScript. The frozen backup is opened in every run.
  it.runIf(IS_LONG)('is the frozen vault, too, since a backup is a record', () => {
    const content = decrypt.openRecord(decrypt.readRecord(goldenVault.copies.vb), goldenVault.passphrase);
    expect(content.accounts).toEqual(goldenVault.accounts);
  });

  it('is printed as JSON', async () => {
    expect(run(await cheapBackup(), `${golden.passphrase}\n`)).toEqual({
      status: 0,
      stdout: `${JSON.stringify(golden.accounts, undefined, 2)}\n`,
      stderr: '',
    });
  });

  // backup-codes.test.ts opens one in every run, by the same functions.
  it.runIf(IS_LONG)('is a backup made now', async () => {
    const { argon2id: real } = await loadArgon2id();
    const text = await sealBackup({ argon2id: real, nowMs: () => NOW_MS }, backupOf());
    if (!text.ok) throw new Error(text.error.kind);
    expect(run(text.value, `${PASSPHRASE}\n`)).toEqual({
      status: 0,
      stdout: `${JSON.stringify(CONTENT.accounts, undefined, 2)}\n`,
      stderr: '',
    });
  });

  it('can be had as links, which other apps read', async () => {
    const { status, stdout } = run(await cheapBackup(), golden.passphrase.normalize('NFD'), '--uris');
    expect(status).toBe(0);
    const read = stdout
      .trimEnd()
      .split('\n')
      .map((line) => parseOtpauthUri(line));
    expect(read).toMatchObject(
      golden.accounts.map(({ id, addedMs, secret, ...rest }) => ({ ok: true, value: { account: rest, warnings: [] } })),
    );
    for (const { secret } of golden.accounts) expect(stdout).toContain(`secret=${secret}&`);
  });
});

describe('what it refuses, in a sentence and with exit code 1', () => {
  const { text, passphrase } = golden;
  const newer = (header: object) => Object.assign(header, { v: 2 });
  const costly = (header: { slots?: object[] }) => Object.assign(header.slots?.[0] ?? {}, { m: 2 ** 40 });
  const onDevice = (header: { slots?: object[] }) => Object.assign(header.slots?.[0] ?? {}, { kind: 'device' });

  it.each<[string, () => Promise<string> | string, string, string]>([
    ['a wrong passphrase', cheapBackup, 'another one', 'The passphrase is wrong.'],
    ['no passphrase', () => text, '', 'No passphrase was given.'],
    ['a changed byte', () => text.replace('"ct":"', '"ct":"A'), passphrase, 'The backup is damaged.'],
    ['a cut file', () => text.slice(0, 3000), passphrase, 'This is no Halfminute backup, or it is damaged ('],
    ['another JSON', () => '{"db":[]}', passphrase, 'This is no Halfminute backup.'],
    ['null', () => 'null', passphrase, 'This is no Halfminute backup.'],
    ['a newer one', () => withHeader(text, newer), passphrase, 'A newer Halfminute wrote this backup.'],
    ['a hostile cost', () => withHeader(text, costly), passphrase, 'The backup asks for too much work.'],
    ['a device slot', () => withHeader(text, onDevice), passphrase, 'No passphrase opens this file'],
    ['a changed body', changedBody, passphrase, 'The passphrase is right, but the accounts are damaged.'],
  ])('is %s', async (_, file, input, sentence) => {
    const { status, stdout, stderr } = run(await file(), input);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.startsWith(sentence)).toBe(true);
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  it('is a call without a file, or with more than one', () => {
    expect(run(text, passphrase, 'another.json').stderr).toContain('Name one file');
  });
});

async function changedBody(): Promise<string> {
  return await withHeader(await cheapBackup(), (header) => Object.assign(header, { gen: 900 }));
}
