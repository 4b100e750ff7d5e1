// A scratch copy of the checkout, in which faults are planted one after the other. The checkout itself is never touched.
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const KILL_AFTER_MS = 10_000;
/** What the test runner and the builder keep for themselves must not go through the links into the checkout. */
const OWN = /^\.(?:vite|vitest|cache)/;

export class PlantedCopy {
  #changed;
  #child;
  #isEnding = false;

  constructor(root) {
    this.paths = pathsIn(root);
    this.folder = mkdtempSync(join(tmpdir(), 'halfminute-planted-'));
    this.report = join(this.folder, 'report.json');
    this.house = join(this.folder, 'house');
    for (const path of this.paths) {
      mkdirSync(dirname(join(this.house, path)), { recursive: true });
      cpSync(join(root, path), join(this.house, path));
    }
    mkdirSync(join(this.house, 'node_modules'));
    mkdirSync(join(this.folder, 'tmp'));
    for (const name of readdirSync(join(root, 'node_modules')))
      if (!OWN.test(name)) symlinkSync(resolve(root, 'node_modules', name), join(this.house, 'node_modules', name));
  }

  read(path) {
    return readFileSync(join(this.house, path), 'utf8');
  }

  plant(path, { find, replace }) {
    const text = this.read(path);
    this.#changed = { path, text, planted: text.split(find).join(replace) };
    this.#write(this.#changed.planted);
  }

  /** Runs `work` with the file as it is in the checkout. */
  async without(work) {
    const { text, planted } = this.#changed;
    this.#write(text);
    try {
      return await work();
    } finally {
      this.#write(planted);
    }
  }

  pullOut() {
    if (this.#changed !== undefined) this.#write(this.#changed.text);
    this.#changed = undefined;
  }

  #write(text) {
    if (existsSync(this.house)) writeFileSync(join(this.house, this.#changed.path), text);
  }

  /** Runs a command in the copy; its exit code and what it printed. */
  async run(command, args, env = {}) {
    if (this.#isEnding) return await new Promise(() => {});
    const child = spawn(command, args, {
      cwd: this.house,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TMPDIR: join(this.folder, 'tmp'), ...env },
    });
    this.#child = child;
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output = (output + data).slice(-20_000);
      });
    }
    const status = await new Promise((resolve) => child.on('close', resolve));
    this.#child = undefined;
    // Whoever was interrupted must not go on to say what it came to.
    return this.#isEnding ? await new Promise(() => {}) : { status, output };
  }

  /** Ends what runs in it, and leaves nothing. */
  async remove() {
    this.#isEnding = true;
    const child = this.#child;
    if (child !== undefined) {
      const ended = new Promise((resolve) => child.on('exit', resolve));
      signal(child, 'SIGINT');
      const timer = setTimeout(() => signal(child, 'SIGKILL'), KILL_AFTER_MS);
      await ended;
      clearTimeout(timer);
      signal(child, 'SIGKILL');
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function signal({ pid }, name) {
  try {
    process.kill(-pid, name);
  } catch {
    // All of them have ended.
  }
}

/** What is in the repository, and what is new and not ignored. */
function pathsIn(root) {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return [...new Set(stdout.split('\0'))]
    .filter((path) => path !== '')
    .filter((path) => lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile());
}
