/**
 * npm run bench: what the popup costs, measured in real Chromium and written to docs/performance.md. The last line is the
 * figures as JSON. `--extension DIR --profile FILE` measures another extension the same way, and writes no page.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Measured, performancePage } from '../test/bench/page';
import { endStage, measureOpen, measureOpening, measureSearch, type Staged, stageFor } from '../test/bench/popup';
import { OURS, type Profile } from '../test/bench/profile';
import { criticalFiles, gzipBytes, partSizes, zipBytes } from '../test/bench/sizes';
import { measureUnlock } from '../test/bench/unlock';

const SIZES = [20, 500, 5_000];
const SIZE_OPEN = 500;
const MOST = 10_000;
const KEYS = [...'drop person1'];

export async function main(given: string[]): Promise<number> {
  const { values } = parseArgs({
    args: given,
    options: { extension: { type: 'string' }, profile: { type: 'string' } },
  });
  if ((values.extension === undefined) !== (values.profile === undefined)) {
    console.error('Another extension needs both: --extension DIR --profile FILE');
    return 2;
  }
  const isOurs = values.extension === undefined;
  const profile = isOurs ? OURS : await readProfile(values.profile ?? '');
  const folder = values.extension ?? 'dist/chrome';
  const load = loadavg()[0]?.toFixed(2) ?? '?';
  const measured: Measured = {
    when: `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, load average ${load} at the start`,
    ...(await measure(folder, profile)),
    criticalFiles: criticalFiles(folder, profile.popup),
    criticalPathGzip: gzipBytes(folder, criticalFiles(folder, profile.popup)),
    zipBytes: zipBytes(folder),
    parts: isOurs ? partSizes(folder) : undefined,
    unlock: isOurs ? await measureUnlocks() : [],
  };
  const page = performancePage(measured);
  if (isOurs) writeFileSync('docs/performance.md', page);
  console.log(page);
  console.log(JSON.stringify(figures(measured)));
  return 0;
}

async function readProfile(file: string): Promise<Profile> {
  return (await import(pathToFileURL(file).href)) as Profile;
}

async function measure(folder: string, profile: Profile): Promise<Pick<Measured, 'openings' | 'open' | 'searchCpuMs'>> {
  const openings: Measured['openings'][number][] = [];
  for (const accounts of SIZES) {
    const opening = await inBrowser(folder, profile, accounts, (staged) => measureOpening(staged, profile));
    openings.push({ accounts, ...opening });
    console.error(JSON.stringify(openings.at(-1)));
  }
  // Each in a browser of its own: what many openings leave behind is swept up for a while.
  const open = await inBrowser(folder, profile, SIZE_OPEN, (staged) => measureOpen(staged, profile));
  const searchCpuMs = await inBrowser(folder, profile, MOST, (staged) => measureSearch(staged, profile, KEYS));
  return { openings, open, searchCpuMs };
}

async function inBrowser<T>(
  folder: string,
  profile: Profile,
  accounts: number,
  measureThere: (staged: Staged) => Promise<T>,
): Promise<T> {
  const staged = await stageFor(profile, folder, accounts);
  try {
    return await measureThere(staged);
  } finally {
    await endStage(staged);
  }
}

async function measureUnlocks(): Promise<Measured['unlock']> {
  const all = [];
  for (const size of SIZES) all.push(await measureUnlock(size));
  return all;
}

function figures({ openings, open, criticalPathGzip, zipBytes: zip, searchCpuMs }: Measured) {
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  const aa = openings.map((opening) => opening.aa).sort((a, b) => Math.abs(b - 1) - Math.abs(a - 1))[0];
  const popup = openings.map(({ accounts, overEmpty, overFloor }) => [
    accounts,
    {
      overEmpty: rounded(overEmpty.median),
      overFloor: overFloor === undefined ? null : rounded(overFloor.median),
      quartiles: {
        overEmpty: overEmpty.quartiles.map(rounded),
        overFloor: overFloor?.quartiles.map(rounded) ?? null,
      },
    },
  ]);
  return {
    aa: rounded(aa ?? Number.NaN),
    popup: Object.fromEntries(popup),
    openCpuMsPerSecond: rounded(open.cpuMsPerSecond),
    domNodes: open.domNodes,
    criticalPathGzip,
    zipBytes: zip,
    searchCpuMs: rounded(searchCpuMs),
  };
}
