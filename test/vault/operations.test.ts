import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredAccount, StoredHotp, StoredSteam } from '../../src/vault/account';
import { decodeContent, encodeContent, newContent, type VaultContent } from '../../src/vault/content';
import {
  addAccount,
  editAccount,
  forgetTrashed,
  pruneTrash,
  replaceAccount,
  restoreAccount,
  trashAccount,
} from '../../src/vault/operations';
import { trashedAccounts } from '../../src/vault/trash';
import { accountNamed, NOW_MS } from './memory-domain';

const DAY_MS = 86_400_000;
const [a, b, c] = [accountNamed('a', 1), accountNamed('b', 2), accountNamed('c', 3)] as const;
const FOREIGN = [null, 7, 'text', { id: a.id }, { ...a }, { ...a, trashedMs: 'yesterday' }, { ...a, deletedMs: 1 }];

const labelsOf = ({ accounts }: VaultContent) => accounts.map(({ label }) => label);
const trashOf = (content: VaultContent) => trashedAccounts(content).map(({ label }) => label);
const withTrash = (trash: readonly unknown[]): VaultContent => ({ ...newContent([b]), trash });

describe('accounts', () => {
  it('are added once, at the end', () => {
    const content = addAccount(newContent([a]), b);
    expect(labelsOf(content)).toEqual(['a', 'b']);
    expect(addAccount(content, { ...b, label: 'again' })).toEqual(content);
  });

  it('are replaced in their place; the old one is in the trash', () => {
    const content = replaceAccount(newContent([a, b]), a.id, c, NOW_MS);
    expect(labelsOf(content)).toEqual(['c', 'b']);
    expect(content.trash).toEqual([{ ...a, trashedMs: NOW_MS }]);
    expect(replaceAccount(content, a.id, c, NOW_MS + 1)).toEqual(content);
    expect(labelsOf(replaceAccount(newContent([b]), a.id, c, NOW_MS))).toEqual(['b', 'c']);
  });

  it('that take the place of others get what a person gave those, and keep what they have', () => {
    const given = { notes: 'n', groupId: 'g', pinned: true, icon: 'i', sites: [{ site: 'a.example' }] };
    const replace = (by: StoredAccount) => replaceAccount(newContent([{ ...a, ...given }]), a.id, by, NOW_MS);
    expect(replace(c).accounts).toEqual([{ ...c, ...given }]);
    expect(replace({ ...c, notes: 'mine', pinned: true }).accounts).toEqual([{ ...c, ...given, notes: 'mine' }]);
  });

  it('are trashed with everything they have, and restored to where they were', () => {
    const odd = { ...a, colour: 'green', nested: { list: [1] } };
    const content = trashAccount(newContent([b, odd, c]), odd.id, NOW_MS);
    expect(labelsOf(content)).toEqual(['b', 'c']);
    expect(content.trash).toEqual([{ ...odd, trashedMs: NOW_MS }]);
    expect(trashAccount(content, odd.id, NOW_MS + 1)).toEqual(content);
    expect(restoreAccount(content, odd.id, 1)).toEqual(newContent([b, odd, c]));
    expect(restoreAccount(restoreAccount(content, odd.id), odd.id)).toEqual(newContent([b, c, odd]));
  });

  it.each([
    [-3, ['a', 'b', 'c']],
    [0, ['a', 'b', 'c']],
    [1, ['b', 'a', 'c']],
    [99, ['b', 'c', 'a']],
  ])('restored at %i of two stand within them', (place, labels) => {
    expect(labelsOf(restoreAccount(trashAccount(newContent([a, b, c]), a.id, NOW_MS), a.id, place))).toEqual(labels);
  });

  it('that stand there again are not written over by one out of the trash', () => {
    const content = addAccount(trashAccount(newContent([a]), a.id, NOW_MS), { ...a, label: 'newer' });
    expect(restoreAccount(content, a.id)).toEqual(content);
  });
});

describe('editing', () => {
  const all = { issuer: 'I', label: 'L', algorithm: 'SHA512', digits: 8, periodSeconds: 60, counter: 9 } as const;
  const hotp: StoredHotp = { ...accountNamed('h', 4), type: 'hotp', counter: 1, ...{ periodSeconds: undefined } };
  const steam: StoredSteam = {
    ...accountNamed('s', 5),
    type: 'steam',
    algorithm: 'SHA1',
    digits: 5,
    periodSeconds: 30,
  };
  const later = { ...accountNamed('l', 6), type: 'later' } as never as StoredAccount;
  const { counter, ...ofTotp } = all;
  const { periodSeconds, ...ofHotp } = all;
  const names = { issuer: 'I', label: 'L' };

  it.each([
    [a, ofTotp],
    [hotp, ofHotp],
    [steam, names],
    [later, names],
  ])('applies what the type of %j has, and nothing else', (account, applied) => {
    const hostile = { ...all, id: 'x', type: 'steam', secret: 'AA', addedMs: 0 };
    const odd = { ...account, colour: 'green' };
    expect(editAccount(newContent([b, odd]), odd.id, hostile).accounts).toEqual([b, { ...odd, ...applied }]);
  });

  it('leaves what is not named or not there', () => {
    const content = newContent([a, b]);
    expect(editAccount(content, a.id, {})).toEqual(content);
    expect(editAccount(content, a.id, { label: undefined } as never)).toEqual(content);
    expect(editAccount(content, c.id, { label: 'x' })).toEqual(content);
    expect(editAccount(content, a.id, { issuer: '' }).accounts[0]).toEqual({ ...a, issuer: '' });
  });
});

describe('the trash', () => {
  it('keeps entries of any other shape for ever, unseen', () => {
    const content = trashAccount(withTrash(FOREIGN), b.id, NOW_MS + 1000 * DAY_MS);
    expect(content.trash.slice(0, FOREIGN.length)).toEqual(FOREIGN);
    expect(trashOf(content)).toEqual(['b']);
    expect(forgetTrashed(content, a.id)).toEqual(content);
    expect(restoreAccount(content, a.id)).toEqual(content);
    expect(forgetTrashed(content, b.id).trash).toEqual(FOREIGN);
  });

  it('loses at the next commit what stood there for more than 30 days', () => {
    const old = [30, 30 + 1 / DAY_MS, 31, -5].map((days, place) => ({
      ...accountNamed(`${days}`, place + 10),
      trashedMs: NOW_MS - days * DAY_MS,
    }));
    expect(trashOf(pruneTrash(trashAccount(withTrash(old), b.id, NOW_MS), NOW_MS))).toEqual(['-5', 'b', '30']);
    expect(trashOf(pruneTrash(withTrash(old), NOW_MS))).toEqual(['-5', '30']);
    const kept = withTrash([]);
    expect(pruneTrash(kept, NOW_MS)).toBe(kept);
  });

  it('is shown newest first, of one moment the last first', () => {
    const trash = [
      { ...a, trashedMs: 5 },
      { ...b, trashedMs: 9 },
      { ...c, trashedMs: 5 },
    ];
    expect(trashOf(withTrash(trash))).toEqual(['b', 'c', 'a']);
    expect(trash.map(({ label }) => label)).toEqual(['a', 'b', 'c']);
  });
});

/** A plain list of what should be there, moved by hand. */
interface Model {
  readonly here: readonly string[];
  readonly trashed: readonly { readonly label: string; readonly id: string; readonly ms: number }[];
}

describe('any sequence of operations', () => {
  const id = fc.integer({ min: 1, max: 6 });
  const step = fc.oneof(
    fc.record({ do: fc.constant('add' as const), id }),
    fc.record({ do: fc.constant('replace' as const), id, other: id }),
    fc.record({ do: fc.constant('edit' as const), id }),
    fc.record({ do: fc.constant('trash' as const), id }),
    fc.record({ do: fc.constant('restore' as const), id, place: fc.option(fc.integer({ min: -2, max: 8 })) }),
    fc.record({ do: fc.constant('forget' as const), id }),
  );
  const days = fc.integer({ min: 0, max: 12 });
  const idOf = (place: number) => accountNamed('', place).id;

  function modelStep(model: Model, at: typeof step extends fc.Arbitrary<infer S> ? S : never, nowMs: number): Model {
    const { here, trashed } = model;
    const own = idOf(at.id);
    const isHere = here.includes(own);
    const without = here.filter((other) => other !== own);
    const put = (list: readonly string[], one: string, place: number) =>
      list.includes(one) ? list : [...list.slice(0, place), one, ...list.slice(place)];
    const afterTrash = isHere ? [...trashed, { label: own, id: own, ms: nowMs }] : trashed;
    switch (at.do) {
      case 'add':
        return { here: put(here, own, here.length), trashed };
      case 'replace': {
        if (!isHere) return { here: put(here, idOf(at.other), here.length), trashed };
        return { here: put(without, idOf(at.other), here.indexOf(own)), trashed: afterTrash };
      }
      case 'edit':
        return model;
      case 'trash':
        return { here: without, trashed: afterTrash };
      case 'restore': {
        const newest = Math.max(...trashed.filter((entry) => entry.id === own).map(({ ms }) => ms));
        const last = trashed.findLastIndex((entry) => entry.id === own && entry.ms === newest);
        if (isHere || last < 0) return model;
        const place = Math.min(here.length, Math.max(0, at.place ?? here.length));
        return { here: put(here, own, place), trashed: trashed.filter((_, index) => index !== last) };
      }
      case 'forget':
        return { here, trashed: trashed.filter((entry) => entry.id !== own) };
    }
  }

  function realStep(content: VaultContent, at: Parameters<typeof modelStep>[1], nowMs: number): VaultContent {
    const own = idOf(at.id);
    switch (at.do) {
      case 'add':
        return addAccount(content, accountNamed('x', at.id));
      case 'replace':
        return replaceAccount(content, own, accountNamed('x', at.other), nowMs);
      case 'edit':
        return editAccount(content, own, { label: `edited ${nowMs}` });
      case 'trash':
        return trashAccount(content, own, nowMs);
      case 'restore':
        return restoreAccount(content, own, at.place ?? undefined);
      case 'forget':
        return forgetTrashed(content, own);
    }
  }

  it('does what it does to a plain list, and everything survives being sealed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, days), { maxLength: 60 }), (steps) => {
        let nowMs = NOW_MS;
        let model: Model = { here: [], trashed: [] };
        let content: VaultContent = { ...newContent([]), trash: FOREIGN };
        for (const [at, later] of steps) {
          nowMs += later * DAY_MS;
          const { here, trashed } = modelStep(model, at, nowMs);
          model = { here, trashed: trashed.filter(({ ms }) => ms >= nowMs - 30 * DAY_MS) };
          content = pruneTrash(realStep(content, at, nowMs), nowMs);
        }
        const decoded = decodeContent(encodeContent(content));
        expect(decoded).toEqual({ ok: true, value: content });
        expect(content.accounts.map((account) => account.id)).toEqual(model.here);
        const trashed = content.trash.slice(FOREIGN.length) as { id: string; trashedMs: number }[];
        expect(trashed.map((entry) => [entry.id, entry.trashedMs])).toEqual(model.trashed.map((e) => [e.id, e.ms]));
        expect(content.trash.slice(0, FOREIGN.length)).toEqual(FOREIGN);
      }),
      { numRuns: 2_000 },
    );
  });

  it('done twice is done once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), step, (steps, last) => {
        const content = steps.reduce((before, at) => realStep(before, at, NOW_MS), newContent([]));
        const once = realStep(content, last, NOW_MS);
        // An account replaced by one of its own id goes to the trash each time.
        if (last.do !== 'replace' || last.id !== last.other) expect(realStep(once, last, NOW_MS)).toEqual(once);
      }),
      { numRuns: 2_000 },
    );
  });
});
