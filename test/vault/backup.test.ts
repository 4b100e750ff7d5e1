/** The backup file: sealed, proven, opened again, and damaged. */
import { describe, expect, it } from 'vitest';
import { loadArgon2id } from '../../src/vault/argon2id-wasm';
import { openBackup, sealBackup } from '../../src/vault/backup';
import type { Argon2id } from '../../src/vault/kdf';
import { answerTo, backupOf, CONTENT, LABELS, PORTS, sealed, VAULT } from './backup-stage';
import { cheapArgon2id, NOW_MS, PASSPHRASE } from './memory-domain';
import { changeSlot, HEADER_CHANGES, withHeader } from './stage';

describe('a backup', () => {
  it('holds everything, the trash and the settings too, and says of which vault and when', async () => {
    expect(await openBackup(PORTS, await sealed(), PASSPHRASE)).toEqual({
      ok: true,
      value: { atMs: NOW_MS, vaultId: VAULT, epoch: 3, generation: 41, content: CONTENT, isNewer: false },
    });
  });

  it('is one record with one slot, under a key of its own every time', async () => {
    const texts = [await sealed(), await sealed()];
    const headers = texts.map((text) => JSON.parse(JSON.parse(text).h));
    expect(Object.keys(JSON.parse(texts[0] ?? ''))).toEqual(['h', 'iv', 'ct', 'sum']);
    expect(headers[0].slots).toMatchObject([{ kind: 'argon2id', m: 65_536, t: 3, p: 1 }]);
    for (const field of ['bs', 'slots']) expect(headers[0][field]).not.toEqual(headers[1][field]);
  });

  it('opens with the real Argon2id', async () => {
    const { argon2id } = await loadArgon2id();
    const text = await sealBackup({ argon2id, nowMs: () => NOW_MS }, backupOf());
    expect(text.ok && (await answerTo(text.value, PASSPHRASE, argon2id))).toEqual(LABELS);
    expect(text.ok && (await answerTo(text.value, `${PASSPHRASE}!`, argon2id))).toBe('wrong-passphrase');
  });

  it('opens however an editor or a keyboard wrote it', async () => {
    const text = await sealed({ passphrase: 'Ölfaß und Möwen' });
    expect(await answerTo(`\uFEFF\r\n ${text} \n\n`, 'Ölfaß und Möwen'.normalize('NFD'))).toEqual(LABELS);
  });

  it('is refused for a passphrase too short, and where it can not be made or proven', async () => {
    expect(await sealBackup(PORTS, backupOf({ passphrase: '7 chars' }))).toEqual({
      ok: false,
      error: { kind: 'passphrase-too-short' },
    });
    for (const [isFailing, kind] of [
      [() => true, 'kdf-failed'],
      [(call: number) => call === 2, 'kdf-failed'],
    ] as const) {
      let calls = 0;
      const argon2id: Argon2id = async (...question) => {
        calls += 1;
        if (isFailing(calls)) throw new Error('no memory');
        return await cheapArgon2id(...question);
      };
      expect(await sealBackup({ ...PORTS, argon2id }, backupOf())).toEqual({ ok: false, error: { kind } });
    }
    let bit = 0;
    const unsteady: Argon2id = async (...question) => {
      bit += 1;
      return (await cheapArgon2id(...question)).map((byte, place) => (place === 0 ? byte ^ bit : byte));
    };
    const odd = { ...CONTENT, accounts: [{ id: 'no account' }] } as never;
    for (const unproven of [
      await sealBackup({ ...PORTS, argon2id: unsteady }, backupOf()),
      await sealBackup(PORTS, backupOf({ content: odd })),
    ]) {
      expect(unproven).toEqual({ ok: false, error: { kind: 'backup-unproven' } });
    }
  });

  it('of a newer Halfminute is opened where only its content is newer, and says so', async () => {
    const newer = { ...CONTENT, content: 9, more: [1] };
    const opened = await openBackup(PORTS, await sealed({ content: newer }), PASSPHRASE);
    expect(opened).toMatchObject({ ok: true, value: { isNewer: true, content: newer } });
    const text = await withHeader(await sealed(), (header) => Object.assign(header, { v: 2 }));
    expect(await answerTo(text)).toBe('newer');
  });
});

describe('T19: a damaged backup is never something else', () => {
  it('answers damaged, or not a backup, to one flipped bit in every byte', async () => {
    const text = await sealed();
    const answers = new Set<unknown>();
    for (let place = 0; place < text.length; place += 1) {
      const flipped = String.fromCharCode(text.charCodeAt(place) ^ (1 << (place % 7)));
      answers.add(await answerTo(text.slice(0, place) + flipped + text.slice(place + 1)));
    }
    expect([...answers].sort()).toEqual(['damaged', 'not-a-backup']);
  });

  it('answers damaged to every cut, from either end', async () => {
    const text = await sealed();
    for (let part = 1; part < 100; part += 1) {
      const length = Math.floor((text.length * part) / 100);
      expect(await answerTo(text.slice(0, length))).toBe('damaged');
      expect(await answerTo(text.slice(length))).toBe('not-a-backup');
    }
  });

  it('answers wrong passphrase only where an intact slot refuses', async () => {
    const text = await sealed();
    for (const wrong of ['another one', 'short', '', PASSPHRASE.toUpperCase()]) {
      expect(await answerTo(text, wrong)).toBe('wrong-passphrase');
      expect(await answerTo(text.replace('"ct":"', '"ct":"A'), wrong)).toBe('damaged');
    }
  });

  it.each(HEADER_CHANGES)('opens nothing where %s was changed and sum set right', async (name, change) => {
    const answer = await answerTo(await withHeader(await sealed(), change));
    expect(answer).toBe(['vault', 'epoch'].includes(name) ? 'wrong-passphrase' : 'damaged');
  });

  it.each(['id', 'kind', 'ver', 'm', 't', 'p', 'salt', 'iv', 'wk'])(
    'opens nothing where %s of the slot was changed and sum set right',
    async (field) => {
      const text = await withHeader(await sealed(), (header) => changeSlot(header, field, 'device'));
      const answers = { kind: 'no-passphrase', ver: 'damaged' };
      expect(await answerTo(text)).toBe(answers[field as keyof typeof answers] ?? 'wrong-passphrase');
    },
  );
});
