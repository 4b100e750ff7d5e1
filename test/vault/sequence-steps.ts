/** The steps of a random life of a vault, and what each makes of a plain list of accounts. */
import fc from 'fast-check';
import type { VaultContent } from '../../src/vault/content';
import { addAccount, editAccount, trashAccount } from '../../src/vault/operations';
import { ALL_FAULTS, STOPS } from './faulty';
import { accountNamed, NOW_MS, PASSPHRASE } from './memory-domain';

/** Id and label. */
export type Model = readonly (readonly [string, string])[];

export interface Change {
  readonly apply: (content: VaultContent) => VaultContent;
  /** The same in the words of a plain list. */
  readonly expected: (model: Model) => Model;
  /** How a failed sequence shows it. */
  readonly [fc.toStringMethod]: () => string;
}

const place = fc.integer({ min: 1, max: 8 });
const idAt = (at: number) => accountNamed('', at).id;

function added(at: number): Change {
  return {
    [fc.toStringMethod]: () => `add ${at}`,
    apply: (content) => addAccount(content, accountNamed(`n${at}`, at)),
    expected: (model) => (model.some(([id]) => id === idAt(at)) ? model : [...model, [idAt(at), `n${at}`]]),
  };
}

function edited(at: number, label: string): Change {
  return {
    [fc.toStringMethod]: () => `edit ${at}`,
    apply: (content) => editAccount(content, idAt(at), { label }),
    expected: (model) => model.map(([id, before]) => [id, id === idAt(at) ? label : before]),
  };
}

function deleted(at: number): Change {
  return {
    [fc.toStringMethod]: () => `delete ${at}`,
    apply: (content) => trashAccount(content, idAt(at), NOW_MS),
    expected: (model) => model.filter(([id]) => id !== idAt(at)),
  };
}

function reordered(seed: number): Change {
  const turn = <T>(list: readonly T[]): readonly T[] => {
    const from = list.length === 0 ? 0 : seed % list.length;
    return [...list.slice(from), ...list.slice(0, from)].reverse();
  };
  return {
    [fc.toStringMethod]: () => `reorder ${seed}`,
    apply: (content) => ({ ...content, accounts: turn(content.accounts) }),
    expected: turn,
  };
}

function imported(first: number): Change {
  const all = Array.from({ length: 5 }, (_, index) => added(first + index));
  return {
    [fc.toStringMethod]: () => `import from ${first}`,
    apply: (content) => all.reduce((so, { apply }) => apply(so), content),
    expected: (model) => all.reduce((so, { expected }) => expected(so), model),
  };
}

const change = fc.oneof(
  place.map(added),
  fc.tuple(place, fc.string({ maxLength: 5 })).map(([at, label]) => edited(at, label)),
  place.map(deleted),
  fc.nat({ max: 20 }).map(reordered),
  place.map(imported),
);
// A commit takes some 20 calls, another passphrase some 30.
const at = fc.integer({ min: 1, max: 30 });
const fault = fc.option(fc.record({ kind: fc.constantFrom(...ALL_FAULTS), at }), { freq: 2 });
const which = fc.nat({ max: 2 });

export const DAMAGES = ['va', 'vb', 'hw', 'mirror', 'mirror-hw', 'local', 'mirror domain', 'cell-0', 'cell-1'] as const;
export type Damage = (typeof DAMAGES)[number];

export const anyStep = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('change' as const), change, fault }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unlock' as const), fault }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lock' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rewrap' as const), which, fault }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rekey' as const), which, fault }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('kill' as const),
      change,
      fault: fc.record({ kind: fc.constantFrom(...STOPS), at }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('corrupt' as const), damage: fc.constantFrom(...DAMAGES), bit: fc.nat() }),
  },
);
export type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

export function passphraseAt(place: number): string {
  return `${PASSPHRASE} ${place}`;
}
