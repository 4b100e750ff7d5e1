/** docs/performance.md: what was measured, how, and which of the numbers asked for are met. */
import type { OpenFigures, OpeningFigures, Spread } from './popup';
import type { PartSizes } from './sizes';
import type { UnlockFigures } from './unlock';

export interface Measured {
  readonly when: string;
  readonly openings: readonly (OpeningFigures & { readonly accounts: number })[];
  readonly open: OpenFigures;
  readonly searchCpuMs: number;
  readonly criticalFiles: readonly string[];
  readonly criticalPathGzip: number;
  readonly zipBytes: number;
  /** Of our own extension only. */
  readonly parts: PartSizes | undefined;
  readonly unlock: readonly UnlockFigures[];
}

const MOST_OVER_FLOOR = 1.4;
const MOST_OVER_EMPTY = 1.5;

export function performancePage(measured: Measured): string {
  const { open, searchCpuMs, criticalPathGzip, criticalFiles, zipBytes, parts } = measured;
  return `# How fast it is

Measured on ${measured.when}, in headless Chromium with the packed extension. \`npm run bench\` measures it again and writes this page.

## Opening the popup

Processor time of the page's main thread, from before the page is asked for until the frame behind the first code, in a tab of
380 x 560. Three pages in turns, 15 rounds after 3 warm-ups. *Empty*: the popup's own style sheets and its HTML as it is when
the measuring ends, with twelve rows, standing in the page already, and one small key read. *Floor*: the same, and the least
that anything must do for a code: the key and the record read, opened, parsed, one code made, in sixty lines without a framework
(\`test/bench/floor.js\`). Medians of the ratios of each round, with their quartiles; *aa* is *empty* against a second series of
itself.

| accounts | over empty | over floor | aa | empty |
| -------: | ---------: | ---------: | -: | ----: |
${measured.openings.map(openingRow).join('\n')}

Asked: at most ${MOST_OVER_EMPTY} over empty at 20 and 500, at most ${MOST_OVER_FLOOR} over floor at every size.

Where over empty is not met: at 500 the floor itself, which reads, opens and parses the record, is about as far over empty as is
asked (the two figures of a line show how far). At 20 what is over the floor is the popup itself: its modules, read and run, and
eight rows that Preact draws.

## While it is open, and its search

| what | measured | asked |
| ---- | -------: | ----: |
| processor time for each second that it stays open, 500 accounts | ${open.cpuMsPerSecond.toFixed(2)} ms | 3 ms |
| nodes of the page, texts counted, 500 accounts | ${open.domNodes} | 700 |
| one key of a search among 10,000 accounts | ${searchCpuMs.toFixed(1)} ms | 50 ms |

Where the first is not met: while it is open one frame is drawn each second, for the seconds and their ring. Of the
page that draws nothing, with one text in it that changes each second and nothing else, a second costs ${open.textMsPerSecond.toFixed(2)} ms on this machine.

## Bytes

| what | bytes | asked |
| ---- | ----: | ----: |
| scripts and styles before the first code, gzip (${criticalFiles.length} files) | ${criticalPathGzip} | 45,000 |
| the packed extension for Chromium | ${zipBytes} | 700,000 |
${parts === undefined ? '' : partRows(parts)}
## Unlock

From the click on "Unlock" until the vault is open and its key kept, against Argon2id alone (64 MiB, 3 passes, 1 lane) in a
worker of the same page, in turns; then until the first code is on the screen. Medians of 11 rounds after 2 warm-ups.

| accounts | Argon2id alone | vault open | beside Argon2id | then to the first code |
| -------: | -------------: | ---------: | --------------: | ---------------------: |
${measured.unlock.map(unlockRow).join('\n')}

Beside Argon2id every copy of the record in both domains is read and its \`sum\` checked, and the newest is opened once; where
both domains are in order nothing is opened again for healing.
`;
}

function partRows({ icons, words, languages }: PartSizes): string {
  return `| of it the icons of issuers, gzip | ${icons} | 120,000 |
| of it the words of made passphrases, gzip | ${words} | 90,000 |
| of it the languages, gzip | ${languages} | 110,000 |
`;
}

function openingRow({ accounts, overEmpty, overFloor, aa, emptyMs }: Measured['openings'][number]): string {
  return `| ${accounts} | ${spread(overEmpty)} | ${overFloor === undefined ? '-' : spread(overFloor)} | ${aa.toFixed(2)} | ${emptyMs.toFixed(0)} ms |`;
}

function spread({ median, quartiles: [low, high] }: Spread): string {
  return `${median.toFixed(2)} (${low.toFixed(2)}-${high.toFixed(2)})`;
}

function unlockRow({ accounts, argon2idMs, openMs, codeMs }: UnlockFigures): string {
  return `| ${accounts} | ${argon2idMs} ms | ${openMs} ms | ${openMs - argon2idMs} ms | ${codeMs - openMs} ms |`;
}
