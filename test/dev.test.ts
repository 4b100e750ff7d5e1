/** `npm run dev` in a copy of the house: what is changed there is built, what is broken is said, and Ctrl-C ends it all. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '../scripts/zip-folder.mjs';
import { bounded } from './e2e/rig/eventually';
import { IS_LONG } from './tier';

const root = resolve(import.meta.dirname, '..');
const COPIED = [
  ...['src', 'popup', 'options', 'icons', 'scripts', 'test/demo-login'],
  ...['manifest.json', 'package.json', 'tsconfig.json', 'tsconfig.core.json', 'vite.config.ts'],
];
// A machine that does much else builds slowly: this is how long it may take, not how long it does.
const WAIT_MS = 60_000;

let house: string;
let child: ChildProcess;
let printed = '';
let heard = 0;
let wake = () => {};

const built = (name = '') => join(house, 'dist/dev-chrome', name);
const read = (name: string) => readFileSync(join(house, name), 'utf8');
const codeBuilt = () =>
  filesIn(built('assets'))
    .map((name) => readFileSync(built(`assets/${name}`), 'latin1'))
    .join('\n');

/** Saves as editors do: beside the file, and then by renaming over it. */
function save(name: string, text: string | Uint8Array): void {
  const path = join(house, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.saving`, text);
  renameSync(`${path}.saving`, path);
}

const change = (name: string, from: string, to: string) => {
  expect(read(name)).toContain(from);
  save(name, read(name).replace(from, to));
};

/** What is printed from where the last `says` stopped to the end of the words. */
async function says(words: string | RegExp): Promise<string> {
  const found = new Promise<string>((done, fail) => {
    wake = () => {
      const ahead = printed.slice(heard);
      const match = typeof words === 'string' ? ahead.indexOf(words) : ahead.search(words);
      if (match < 0) {
        if (child.exitCode !== null) fail(new Error(`It ended. It had printed:\n${printed}`));
        return;
      }
      const length = typeof words === 'string' ? words.length : (words.exec(ahead)?.[0].length ?? 0);
      heard += match + length;
      done(ahead.slice(0, match + length));
    };
    wake();
  });
  return await bounded(found, WAIT_MS, `${words} in what npm run dev prints:\n${printed}`);
}

type Mistake = readonly [name: string, mistake: string, sentence: RegExp];
const ALL_MISTAKES: readonly Mistake[] = [
  ['popup/app.tsx', '\nconst = planted;\n', /- popup\/app\.tsx, line \d+: \S/],
  ['src/scan/scan-worker.ts', "\nimport './nowhere';\n", /- src\/scan\/scan-worker\.ts, line \d+: Could not resolve/],
  ['popup/popup.css', '\n.planted }\n', /- popup\/popup\.css, line \d+: \S/],
  ['src/_locales/en/messages.json', ',', /- src\/_locales\/en\/messages\.json, line \d+: Unexpected/],
  ['manifest.json', ',', /- manifest\.json, line \d+: \S/],
];
// Of code and of data, which different parts of the build refuse.
const MISTAKES = ALL_MISTAKES.filter(([name]) => IS_LONG || name === 'popup/app.tsx' || name === 'manifest.json');

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'halfminute-dev-'));
  for (const name of COPIED) cpSync(join(root, name), join(house, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  // The lock file of what is installed: so that nothing is ever installed through the link.
  cpSync(join(root, 'node_modules/.package-lock.json'), join(house, 'package-lock.json'));
  mkdirSync(join(house, 'dist/chrome'), { recursive: true });
  writeFileSync(join(house, 'dist/chrome/kept.txt'), 'of npm run build');
  mkdirSync(built('_locales/xx'), { recursive: true });
  writeFileSync(built('left-from-before.js'), '');
  child = spawn(process.execPath, [join(house, 'scripts/dev.mjs'), '--no-browser', '--port', '0'], {
    cwd: house,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      wake();
    });
  }
  child.on('exit', () => wake());
});

afterAll(async () => {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(house, { recursive: true, force: true });
});

// One house and one watch: each test goes on where the one before it stopped.
describe('npm run dev', { timeout: 300_000 }, () => {
  let url = '';

  it('says where the demo site is, who can sign in, and where the extension is', async () => {
    url = /http:\/\/127\.0\.0\.1:\d+/.exec(await says(/ runs at \S+\n/))?.[0] ?? '';
    expect(await says('Watching for changes')).toMatch(/mira@workbench\.example {2}\S+\n[\s\S]*dist[/\\]dev-chrome\n/);
    expect((await fetch(`${url}/sign-in`)).status).toBe(200);
  });

  it('builds with the manifest that ships, and leaves nothing there of before', () => {
    const shipped = ['name', 'permissions', 'content_security_policy', 'externally_connectable', 'action'] as const;
    const manifest = JSON.parse(readFileSync(built('manifest.json'), 'utf8'));
    for (const key of shipped) expect(manifest[key], key).toEqual(JSON.parse(read('manifest.json'))[key]);
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(existsSync(built('left-from-before.js'))).toBe(false);
    expect(existsSync(built('_locales/xx'))).toBe(false);
  });

  it('builds again after a change of words', async () => {
    change('src/_locales/en/messages.json', 'Scan this page', 'Scan this planted page');
    await says(/Built dist\/dev-chrome \(src\/_locales\/en\/messages\.json\)/);
    expect(readFileSync(built('_locales/en/messages.json'), 'utf8')).toContain('Scan this planted page');
  });

  // Each is a build more, and they are watched alike: every run asks for words, code that is broken and mended, and the manifest.
  it.runIf(IS_LONG)('builds again after a change of code, style, page, manifest or icon', async () => {
    save('popup/main.tsx', `${read('popup/main.tsx')}\ndocument.title = 'planted-title';\n`);
    await says(/Built dist\/dev-chrome \(popup\/main\.tsx\)/);
    expect(codeBuilt()).toContain('planted-title');

    save('popup/popup.css', `${read('popup/popup.css')}\n.planted-style {\n  color: red;\n}\n`);
    await says(/Built dist\/dev-chrome \(popup\/popup\.css\)/);
    expect(codeBuilt()).toContain('planted-style');

    change('popup/index.html', '<body', '<body data-planted="page"');
    await says(/Built dist\/dev-chrome \(popup\/index\.html\)/);
    expect(readFileSync(built('popup/index.html'), 'utf8')).toContain('data-planted');

    change('manifest.json', '"short_name": "Halfminute"', '"short_name": "Planted"');
    await says(/Built dist\/dev-chrome \(manifest\.json\)/);
    expect(readFileSync(built('manifest.json'), 'utf8')).toContain('Planted');

    const icon = readFileSync(join(house, 'icons/icon-48.png'));
    save('icons/icon-16.png', icon);
    await says(/Built dist\/dev-chrome \(icons\/icon-16\.png\)/);
    expect(readFileSync(built('icons/icon-16.png'))).toEqual(icon);
  });

  it.runIf(IS_LONG)('builds a language that is added, and drops one that is removed', async () => {
    save('src/_locales/xx/messages.json', read('src/_locales/en/messages.json'));
    await says('Built dist/dev-chrome (src/_locales/xx/messages.json)');
    expect(existsSync(built('_locales/xx/messages.json'))).toBe(true);
    rmSync(join(house, 'src/_locales/xx'), { recursive: true });
    await says('Built dist/dev-chrome (src/_locales/xx/messages.json)');
    expect(existsSync(built('_locales/xx'))).toBe(false);
  });

  it.each(MISTAKES)(
    'says what is wrong with %s, keeps the build before it, and goes on',
    async (name, mistake, sentence) => {
      const whole = read(name);
      const before = filesIn(built());
      save(name, `${whole}${mistake}`);
      try {
        await says('Not built');
        await says(sentence);
        await says('The build before stays in dist/dev-chrome.');
        expect(filesIn(built())).toEqual(before);
      } finally {
        save(name, whole);
        await says(`Built dist/dev-chrome (${name})`);
      }
    },
  );

  it('says which promise a build breaks, and goes on', async () => {
    const whole = read('manifest.json');
    save('manifest.json', whole.replace('"alarms"', '"alarms", "tabs"'));
    await says('dist/dev-chrome breaks a promise:\n- the permission "tabs" is not one of ours');
    save('manifest.json', whole);
    await says('Built dist/dev-chrome (manifest.json)');
  });

  it('ends on Ctrl-C with exit code 0, its port closed, and only its own folder written', async () => {
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await bounded(ended, WAIT_MS, `npm run dev to end:\n${printed}`);
    expect(child.exitCode).toBe(0);
    await expect(fetch(`${url}/sign-in`)).rejects.toThrow();
    expect(filesIn(join(house, 'dist')).filter((name) => !name.startsWith('dev-chrome/'))).toEqual(['chrome/kept.txt']);
  });
});
