/**
 * npm run bench: what the popup costs, measured in real Chromium and written to docs/performance.md. The last line is the
 * figures as JSON. `--extension DIR --profile FILE` measures another extension the same way, and writes no page.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Measured, performancePage } from '../test/bench/page';
import { endStage, measureOpen, measureOpening, measureSearch, stageFor } from '../test/bench/popup';
import { OURS, type Profile } from '../test/bench/profile';
import { criticalFiles, gzipBytes, partSizes, zipBytes } from '../test/bench/sizes';
import { measureUnlock } from '../test/bench/unlock';

const SIZES = [20, 500, 5_000];
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
  let open: Measured['open'] = { cpuMsPerSecond: Number.NaN, textMsPerSecond: Number.NaN, domNodes: Number.NaN };
  for (const accounts of SIZES) {
    const staged = await stageFor(profile, folder, accounts);
    try {
      openings.push({ accounts, ...(await measureOpening(staged, profile)) });
      if (accounts === 500) open = await measureOpen(staged, profile);
    } finally {
      await endStage(staged);
    }
    console.error(JSON.stringify(openings.at(-1)));
  }
  return { openings, open, searchCpuMs: await measureKeys(folder, profile) };
}

async function measureKeys(folder: string, profile: Profile): Promise<number> {
  const staged = await stageFor(profile, folder, MOST);
  try {
    return await measureSearch(staged, profile, KEYS);
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
