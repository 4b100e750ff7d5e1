// npm run prove:tests: plants every fault of test/planted in a copy of the checkout, one after the other, and tells which tests
// notice it; ends with an exit code of 1 where none does. Words after `--` choose rooms or faults by their names.
//   --list              only says which faults there are
//   --hinted-only       asks no more than the tests that import the changed file and those of the fault's own hint
//   --without-browsers  asks the types and the tests in Node alone;  --browsers-only  asks the builder and the browsers alone
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isProduct, placesOf, rooms } from '../test/planted/faults.mjs';
import { PlantedCopy } from './planted-copy.mjs';
import { Judge } from './planted-judge.mjs';

const root = resolve(import.meta.dirname, '..');
const FLAGS = ['--list', '--hinted-only', '--without-browsers', '--browsers-only'];
const words = process.argv.slice(2);
const has = (flag) => words.includes(flag);
const flagged = words.filter((word) => word.startsWith('--'));
const names = words.filter((word) => !word.startsWith('--'));
const say = (text) => console.log(text);

const all = Object.entries(rooms).flatMap(([room, faults]) => faults.map((fault) => ({ room, ...fault })));
const unknown = [
  ...flagged.filter((flag) => !FLAGS.includes(flag)),
  ...names.filter((name) => !(name in rooms) && !all.some((fault) => fault.name === name)),
];
const chosen = all.filter(({ room, name }) => names.length === 0 || names.includes(room) || names.includes(name));

if (unknown.length > 0) {
  console.error(`There is no such room, fault or option: ${unknown.join(', ')}`);
  process.exitCode = 1;
} else if (has('--list')) {
  for (const { room, name, why } of chosen) say(`${`${room}/${name}`.padEnd(38)}${why}`);
  say(`${chosen.length} faults`);
} else await prove();

async function prove() {
  say('Copying the checkout');
  const copy = new PlantedCopy(root);
  const end = async () => {
    await copy.remove();
    process.exit(130);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  try {
    const results = await judgeAll(copy);
    for (const line of tableOf(results)) say(line);
    write(results);
    process.exitCode = results.every(({ by }) => by !== undefined) ? 0 : 1;
  } finally {
    await copy.remove();
  }
}

async function judgeAll(copy) {
  const judge = new Judge(copy, (step) => say(`   ${step}`));
  const paths = copy.paths.filter(isProduct);
  const asked = {
    hasUnit: !has('--browsers-only'),
    hasBrowsers: !has('--without-browsers'),
    hasRest: !has('--hinted-only') && !has('--without-browsers') && !has('--browsers-only'),
  };
  const results = [];
  for (const [at, { room, name, why, ...fault }] of chosen.entries()) {
    say(`\n${at + 1}/${chosen.length} ${room}/${name}: ${why}`);
    const startMs = performance.now();
    const places = placesOf(fault.find, paths, (path) => copy.read(path));
    if (places.length !== 1)
      throw new Error(`The snippet of ${name} stands ${places.length} times: ${places.join(', ')}`);
    copy.plant(places[0], fault);
    const found = await judge.find(places[0], fault.tests, asked);
    copy.pullOut();
    const seconds = Math.round((performance.now() - startMs) / 1000);
    results.push({ room, name, file: places[0], by: found?.by, tests: found?.tests ?? [], seconds });
    say(`   ${found === undefined ? 'NOT FOUND' : `found by ${found.by}`} (${seconds} s)`);
    for (const test of found?.tests ?? []) say(`      ${test}`);
  }
  return results;
}

function tableOf(results) {
  const lines = results.map(({ room, name, by, tests }) => {
    const [first = ''] = tests;
    return `${`${room}/${name}`.padEnd(38)}${(by ?? 'NOT FOUND').padEnd(18)}${first.slice(0, 110)}`;
  });
  const counts = new Map();
  for (const { by = 'NOT FOUND' } of results) counts.set(by, (counts.get(by) ?? 0) + 1);
  const sums = [...counts].map(([by, count]) => `${count} ${by}`).sort();
  return [
    '',
    'fault                                 found by          first of the tests that fell',
    ...lines,
    '',
    `${results.length} faults: ${sums.join(', ')}`,
  ];
}

function write(results) {
  mkdirSync(resolve(root, 'test-results'), { recursive: true });
  const told = { date: new Date().toISOString(), options: words, results };
  writeFileSync(resolve(root, 'test-results/planted.json'), `${JSON.stringify(told, null, 2)}\n`);
}
