/**
 * Opens a Halfminute backup file without Halfminute: node decrypt.mjs [--uris] BACKUP.json
 *
 * Node 20 or newer, nothing to install, nothing of the extension. Asks for the passphrase (or reads it as one line of its
 * input) and prints the accounts as JSON, or with --uris as otpauth links, one per line. Both hold the secrets in clear.
 * The format: vault-format.md. Argon2id: RFC 9106, whose sections are named below. BLAKE2b: RFC 7693.
 */
import * as crypto from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** Carries a sentence for the person. */
class Refusal extends Error {}
const refuse = (sentence) => {
  throw new Refusal(sentence);
};
const fromBase64 = (text) => Buffer.from(text, 'base64');
const hexDigits = (text) => [...text].map((digit) => Number.parseInt(digit, 16));
const le32 = (number) => Buffer.from(Uint32Array.of(number).buffer);
const hkdf = (input, salt, use) => Buffer.from(crypto.hkdfSync('sha256', input, salt, `halfminute/1 ${use}`, 32));

/** The text of a file as a record whose checksum is right, and its header. */
export function readRecord(text) {
  const { h, iv, ct, sum } = Object(JSON.parse(text.trim()));
  if ([h, iv, ct, sum].some((field) => typeof field !== 'string')) refuse('This is no Halfminute backup.');
  const whole = Buffer.concat([Buffer.from(h), Buffer.alloc(1), fromBase64(iv), fromBase64(ct)]);
  if (crypto.createHash('sha256').update(whole).digest('base64') !== sum) refuse('The backup is damaged.');
  const header = JSON.parse(h);
  if (header.v > 1) refuse('A newer Halfminute wrote this backup. Use the decrypt.mjs that came with it.');
  return { h, iv, ct, header };
}

/** The content: accounts, trash, groups and settings. */
export function openRecord({ h, iv, ct, header }, passphrase) {
  const key = unwrapKey(header, passphrase);
  const body = openGcm(hkdf(key, fromBase64(header.bs), 'body'), iv, ct, `halfminute/1 body\n${h}`);
  return JSON.parse(body ?? refuse('The passphrase is right, but the accounts are damaged.'));
}

/** The key that the passphrase's slot holds. */
function unwrapKey({ vault, epoch, slots }, passphrase) {
  const slot = slots.find(({ kind }) => kind === 'argon2id');
  if (slot === undefined) refuse('No passphrase opens this file, only the browser that wrote it.');
  const { iv, wk, ...described } = slot;
  const { id, salt, m, t, p } = described;
  if (!(m >= 8 * p && m <= 2 ** 20 && p >= 1 && t >= 1 && t <= 16)) refuse('The backup asks for too much work.');
  const message = Buffer.from(passphrase.normalize('NFKC'));
  const question = { message, nonce: fromBase64(salt), memory: m, passes: t, parallelism: p, tagLength: 32 };
  // Node has it from 24.7 on.
  const derived = crypto.argon2Sync === undefined ? argon2id(question) : crypto.argon2Sync('argon2id', question);
  const kek = hkdf(derived, Buffer.from(id.replaceAll('-', ''), 'hex'), 'kek argon2id');
  const canon = JSON.stringify(described, Object.keys(described).sort());
  return openGcm(kek, iv, wk, `halfminute/1 slot\n${vault}\n${epoch}\n${canon}`) ?? refuse('The passphrase is wrong.');
}

/** AES-256-GCM with the tag behind the ciphertext. Undefined where the tag refuses. */
function openGcm(key, iv, sealed, associated) {
  const bytes = fromBase64(sealed);
  const decipher = crypto.createDecipheriv('aes-256-gcm', key, fromBase64(iv), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(associated)).setAuthTag(bytes.subarray(-16));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
  } catch {
    return undefined;
  }
}

export function otpauthUri({ type, issuer, label, secret, algorithm, digits, periodSeconds, counter }) {
  const [issued, labelled] = [issuer, label].map((name) => encodeURIComponent(name.toWellFormed()));
  const path = issuer === '' && !label.includes(':') ? labelled : `${issued}:${labelled}`;
  const moving = type === 'hotp' ? `counter=${counter}` : `period=${periodSeconds}`;
  const named = issuer === '' ? '' : `&issuer=${issued}`;
  return `otpauth://${type}/${path}?secret=${secret}${named}&algorithm=${algorithm}&digits=${digits}&${moving}`;
}

const WORDS = 256; // Of 32 bits in a block of 1,024 bytes. Every two are one of the RFC's, the low half first.

/** Section 3.2, with the parameters of Node's `argon2Sync`. Bytes are Buffers. */
export function argon2id({ message, nonce, memory, passes, parallelism, tagLength, secret = '', associatedData = '' }) {
  const laneBlocks = 4 * Math.floor(memory / (4 * parallelism));
  const inputs = [message, nonce, secret, associatedData].map((input) => Buffer.from(input));
  const numbers = [parallelism, tagLength, memory, passes, 0x13, 2].map(le32);
  const first = blake2b(64, Buffer.concat([...numbers, ...inputs.flatMap((input) => [le32(input.length), input])]));
  const blocks = new Uint32Array(WORDS * laneBlocks * parallelism);
  const shape = { blocks, lanes: parallelism, laneBlocks, passes };
  for (let lane = 0; lane < parallelism; lane += 1) {
    for (const column of [0, 1]) {
      const bytes = longHash(1024, Buffer.concat([first, le32(column), le32(lane)]));
      blocks.set(new Uint32Array(Uint8Array.from(bytes).buffer), (lane * laneBlocks + column) * WORDS);
    }
  }
  for (let slice = 0; slice < 4 * passes; slice += 1) {
    for (let lane = 0; lane < parallelism; lane += 1) fillSegment(shape, Math.floor(slice / 4), slice % 4, lane);
  }
  const last = new Uint32Array(WORDS);
  for (let lane = 1; lane <= parallelism; lane += 1) {
    for (let word = 0; word < WORDS; word += 1) last[word] ^= blocks[(lane * laneBlocks - 1) * WORDS + word];
  }
  return longHash(tagLength, Buffer.from(last.buffer));
}

/** One lane's quarter of a pass. The first half of the first pass refers to blocks whatever they hold: section 3.4.1.2. */
function fillSegment({ blocks, lanes, laneBlocks, passes }, pass, slice, lane) {
  const length = laneBlocks / 4;
  const isIndependent = pass === 0 && slice < 2;
  const addresses = new Uint32Array(WORDS);
  for (let index = pass === 0 && slice === 0 ? 2 : 0; index < length; index += 1) {
    const column = slice * length + index;
    const before = (lane * laneBlocks + ((column + laneBlocks - 1) % laneBlocks)) * WORDS;
    if (isIndependent && (index % 128 === 0 || column === 2)) {
      const counted = [pass, lane, slice, lanes * laneBlocks, passes, 2, 1 + Math.floor(index / 128)];
      addresses.fill(0).set(counted.flatMap((number) => [number, 0]));
      for (const _ of ['twice', 'over']) compress(addresses, 0, ZERO, 0, addresses, 0, false);
    }
    const [source, at] = isIndependent ? [addresses, 2 * (index % 128)] : [blocks, before];
    const from = pass === 0 && slice === 0 ? lane : source[at + 1] % lanes;
    const reference = from * laneBlocks + referredColumn(laneBlocks, pass, slice, index, from === lane, source[at]);
    compress(blocks, (lane * laneBlocks + column) * WORDS, blocks, before, blocks, reference * WORDS, pass > 0);
  }
}

/** Section 3.4.2: a block of those that are finished, a later one more likely. */
function referredColumn(laneBlocks, pass, slice, index, isSameLane, j1) {
  const finished = (pass === 0 ? slice : 3) * (laneBlocks / 4);
  const choice = isSameLane ? finished + index - 1 : finished - (index === 0 ? 1 : 0);
  const start = pass === 0 ? 0 : (slice + 1) * (laneBlocks / 4);
  return (start + choice - 1 - upperHalf(choice, upperHalf(j1, j1))) % laneBlocks;
}

/** The upper 32 bits of a product. Its lower ones are exact; what is left without them is whole, but for rounding. */
function upperHalf(a, b) {
  return Math.round((a * b - (Math.imul(a, b) >>> 0)) / 2 ** 32);
}

/** The words of a round of sixteen that one step takes, columns before diagonals; the same in Argon2 and BLAKE2b. */
const STEPS = '048c 159d 26ae 37bf 05af 16bc 278d 349e'.split(' ').map(hexDigits);
/** A block is eight rows of sixteen words: rounds take rows, then columns of pairs. Places of low halves, four a step. */
const PLACES = Uint8Array.from({ length: 512 }, (_, at) => {
  const [round, word] = [at >> 5, STEPS[(at >> 2) % 8][at % 4]];
  return 2 * (round < 8 ? 16 * round + word : 2 * (round - 8) + 16 * (word >> 1) + (word % 2));
});
const [ZERO, mixed] = [new Uint32Array(WORDS), new Uint32Array(WORDS)];

/** G of section 3.5: of the blocks at `x` and `y` into `out`, or onto it with `isXor`. */
function compress(out, outAt, x, xAt, y, yAt, isXor) {
  for (let word = 0; word < WORDS; word += 1) mixed[word] = x[xAt + word] ^ y[yAt + word];
  for (let at = 0; at < PLACES.length; at += 4) {
    mix(PLACES[at], PLACES[at + 1], PLACES[at + 3], 32);
    mix(PLACES[at + 2], PLACES[at + 3], PLACES[at + 1], 24);
    mix(PLACES[at], PLACES[at + 1], PLACES[at + 3], 16);
    mix(PLACES[at + 2], PLACES[at + 3], PLACES[at + 1], 63);
  }
  for (let word = 0; word < WORDS; word += 1) {
    const value = x[xAt + word] ^ y[yAt + word] ^ mixed[word];
    out[outAt + word] = isXor ? out[outAt + word] ^ value : value;
  }
}

/** In words of 64 bits: a += b + 2 * low(a) * low(b); d = (d ^ a) turned right by `bits`. */
function mix(a, b, d, bits) {
  const [lowA, lowB] = [mixed[a], mixed[b]];
  const sum = lowA + lowB + 2 * (Math.imul(lowA, lowB) >>> 0);
  mixed[a] = sum;
  mixed[a + 1] += mixed[b + 1] + 2 * upperHalf(lowA, lowB) + Math.floor(sum / 2 ** 32);
  const [low, high] = [mixed[d] ^ mixed[a], mixed[d + 1] ^ mixed[a + 1]];
  const [to, from, rest] = bits < 32 ? [low, high, bits] : [high, low, bits - 32];
  mixed[d] = rest === 0 ? to : (to >>> rest) | (from << (32 - rest));
  mixed[d + 1] = rest === 0 ? from : (from >>> rest) | (to << (32 - rest));
}

/** H' of section 3.3. */
function longHash(length, input) {
  let hash = blake2b(Math.min(length, 64), Buffer.concat([le32(length), input]));
  const parts = [];
  for (let left = length; left > 64; left -= 32) {
    parts.push(hash.subarray(0, 32));
    hash = blake2b(Math.min(left - 32, 64), hash);
  }
  return Buffer.concat([...parts, hash]);
}

const BLAKE2B_IV = [
  ...[0x6a09e667f3bcc908n, 0xbb67ae8584caa73bn, 0x3c6ef372fe94f82bn, 0xa54ff53a5f1d36f1n],
  ...[0x510e527fade682d1n, 0x9b05688c2b3e6c1fn, 0x1f83d9abfb41bd6bn, 0x5be0cd19137e2179n],
];
const SIGMA = `0123456789abcdef ea489fd61c02b753 b8c052fdae367194 7931dcbe265a40f8 905724afe1bc683d
  2c6a0b834d75fe19 c51fed4a0763928b db7ec13950f4862a 6fe9b308c2d714a5 a2847615fb9e3cd0`
  .split(/\s+/)
  .map(hexDigits);

/** Without a key. Node's own gives 64 bytes and no other length. */
export function blake2b(length, input) {
  const hash = BigUint64Array.from(BLAKE2B_IV);
  hash[0] ^= BigInt(0x01010000 ^ length);
  for (let at = 0; at === 0 || at < input.length; at += 128) {
    const block = Buffer.concat([input.subarray(at, at + 128), Buffer.alloc(128)]);
    const v = BigUint64Array.from([...hash, ...BLAKE2B_IV]);
    v[12] ^= BigInt(Math.min(input.length, at + 128));
    if (at + 128 >= input.length) v[14] = ~v[14];
    for (let step = 0; step < 96; step += 1) {
      const [a, b, c, d] = STEPS[step % 8];
      const sigma = SIGMA[(step >> 3) % 10];
      const [x, y] = [0, 1].map((one) => block.readBigUInt64LE(8 * sigma[2 * (step % 8) + one]));
      mix64(v, a, v[b] + x, d, 32n);
      mix64(v, c, v[d], b, 24n);
      mix64(v, a, v[b] + y, d, 16n);
      mix64(v, c, v[d], b, 63n);
    }
    for (let word = 0; word < 8; word += 1) hash[word] ^= v[word] ^ v[word + 8];
  }
  return Buffer.from(hash.buffer).subarray(0, length);
}

function mix64(v, a, added, d, bits) {
  v[a] += added;
  const changed = v[d] ^ v[a];
  v[d] = (changed >> bits) | (changed << (64n - bits));
}

/** Typed unseen at a terminal, else the first line of the input. */
async function askPassphrase() {
  const isTyped = process.stdin.isTTY === true;
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  if (isTyped) process.stderr.write('Passphrase: ');
  const lines = createInterface({ input: process.stdin, output, terminal: isTyped });
  const line = await new Promise((resolve) => lines.once('line', resolve).once('close', resolve));
  lines.close();
  process.stdin.destroy();
  if (isTyped) process.stderr.write('\n');
  return line ?? refuse('No passphrase was given.');
}

async function main(words) {
  const [file, ...more] = words.filter((word) => word !== '--uris');
  if (file === undefined || more.length > 0) refuse('Name one file: node decrypt.mjs [--uris] BACKUP.json');
  const { accounts } = openRecord(readRecord(readFileSync(file, 'utf8')), await askPassphrase());
  const lines = words.includes('--uris') ? accounts.map(otpauthUri) : [JSON.stringify(accounts, undefined, 2)];
  for (const line of lines) process.stdout.write(`${line}\n`);
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  await main(process.argv.slice(2)).catch((error) => {
    const isSaid = error instanceof Refusal || error.syscall !== undefined;
    const sentence = isSaid ? error.message : `This is no Halfminute backup, or it is damaged (${error.message}).`;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  });
}
