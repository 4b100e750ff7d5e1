/** docs/proofs.md: what the last full run of prove:vault counted, in plain words. */
import { spawnSync } from 'node:child_process';
import { ALL_FAULTS } from '../test/vault/faulty';
import { findChromium } from './browsers.mjs';
import { testProof } from './test-proof.mjs';

export interface ProofCounts {
  readonly bitFlips: number;
  readonly detected: number;
  readonly recovered: number;
  readonly silentlyWrong: number;
  readonly faultPoints: number;
  readonly thirdStates: number;
  readonly killRounds: number;
  readonly lostAcknowledged: number;
  readonly sequences: number;
  readonly differences: number;
}

export interface Proof {
  readonly counts: ProofCounts;
  readonly seed: number;
  readonly minutes: number;
  readonly accounts: number;
  readonly steps: number;
}

export function pageOf({ counts, seed, minutes, accounts, steps }: Proof): string {
  const number = (count: number) => count.toLocaleString('en-US');
  const rows: readonly (readonly [string, number, string])[] = [
    [
      'bits flipped',
      counts.bitFlips,
      `every bit of every stored record of a vault with ${accounts} accounts, one at a time`,
    ],
    ['detected', counts.detected, 'the record was no longer taken for whole. Must be all of them'],
    [
      'recovered',
      counts.recovered,
      'what opened then was exactly the last state, or the last but one. Must be all of them',
    ],
    ['silently wrong', counts.silentlyWrong, 'anything else opened. Must be 0'],
    ['fault points', counts.faultPoints, 'an operation was disturbed at one call in one way, and it made a difference'],
    [
      'third states',
      counts.thirdStates,
      'the disk held neither what it held before nor what it must hold after. Must be 0',
    ],
    ['kill rounds', counts.killRounds, 'a real Chromium was killed (SIGKILL) while it was writing, and started again'],
    ['lost though saved', counts.lostAcknowledged, 'an account that the page had called saved was gone. Must be 0'],
    ['sequences', counts.sequences, `random lives of ${steps} steps each, against a plain list`],
    ['differences', counts.differences, 'a life in which the vault and the list did not agree. Must be 0'],
  ];
  return `# What was proven, and when

Nothing here is written by hand. The vault's part is written by \`npm run prove:vault\`, that of the tests by
\`npm run test:long\`, which anyone can repeat.

## The vault

| run        |                                |
| ---------- | ------------------------------ |
| date       | ${new Date().toISOString().slice(0, 10)} |
| seed       | ${seed} |
| Node       | ${process.version} |
| Chromium   | ${chromiumVersion()} |
| took       | ${Math.round(minutes)} minutes |

| counted | number | what it means |
| ------- | ------ | ------------- |
${rows.map(([name, count, meaning]) => `| ${name} | ${number(count)} | ${meaning} |`).join('\n')}
${counts.killRounds === 0 ? '\nNo browser was killed in this run.\n' : ''}
### How

- **Bits.** The vault key is in hand, so that nothing but the record itself can tell damage. A record of one domain is flipped
  while the other domain is gone altogether, so that only the record beside it is left to fall back on; of the snapshots one
  is flipped, and must not be listed any more. After every single flip the vault is opened.
- **Faults.** Every operation that reads or writes (commit with and without a snapshot, make, heal, rekey, rewrap, raise the
  cost, restore a snapshot, start over, delete what was set aside, unlock both ways) runs over and over, with a fault at its
  first call to storage, at its second and so on to its last, counted over both domains and the device key's two cells
  together. The faults: ${ALL_FAULTS.map((kind) => `*${kind}*`).join(', ')}. Afterwards the disk is looked at without faults: what opens, by which
  passphrase or device key, now and after the next unlock has healed it, from each domain alone. That must be the state before
  or the state after, and the state after where the operation said that it was done. Starting over must leave the vault as it
  was, or all of its bytes set aside.
- **Kills.** The packed extension takes code after code of a counted account, each of them a commit; the browser is
  killed between two or within one, and started again. No code may come twice.
- **Sequences.** Add, edit, delete, reorder, import, lock, unlock, rewrap, rekey, a page that ends in the middle, and damage to
  a copy, a domain or a cell, as far as the vault promises to survive it; two of three changes have a fault in the middle. After
  every step the content is what the list says before or after it, and only the passphrase or device key it should be opens it.

### Again

\`\`\`sh
npm run --silent prove:vault                          # new seed
HALFMINUTE_SEED=${seed} npm run --silent prove:vault    # the same sequences
\`\`\`

The last line of the output is the counts as JSON. \`npm test\` runs smaller numbers of the same: every bit of three records,
every fault point, 300 sequences of 30 steps.

${testProof()}`;
}

function chromiumVersion(): string {
  const path = findChromium();
  if (path === undefined) return 'none found';
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim();
}
