// One running Firefox that listens for Marionette.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireFirefox } from '../../../scripts/browsers.mjs';
import { downloadsFolder } from './downloads';
import { eventually } from './eventually';
import { beforeExit } from './exit-guard';
import { defaultWindowSize, type LaunchOptions } from './extension-browser';

const startMs = 90_000;

const quietPreferences = {
  // Firefox's own list for tests: no telemetry, updates, captive portal checks, remote settings, first-run pages.
  'remote.prefs.recommended': true,
  'app.normandy.enabled': false,
  'messaging-system.rsexperimentloader.enabled': false,
  'browser.aboutConfig.showWarning': false,
  'datareporting.policy.firstRunURL': '',
  'extensions.blocklist.enabled': false,
  'toolkit.telemetry.enabled': false,
};

const drivablePreferences = {
  // 0 picks a free port and writes it to MarionetteActivePort in the profile.
  'marionette.port': 0,
  // Synthesised input does not reach the code that rolls up panels; without this, losing focus does, at random.
  'ui.popup.disable_autohide': true,
  // An extension installed for one run keeps its storage for the next: a restart must find the vault.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  // The manifest, opened as a page of the extension in which nothing runs, is a page of the extension only without the viewer.
  'devtools.jsonview.enabled': false,
};

type Looks = Omit<LaunchOptions, 'extensionDir'>;

function chosenPreferences({ colorScheme, deviceScaleFactor, everyHostIsLocal, cameraFilm }: Looks): object {
  return {
    ...(colorScheme !== undefined && {
      'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0,
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    }),
    ...(deviceScaleFactor !== undefined && { 'layout.css.devPixelsPerPx': String(deviceScaleFactor) }),
    ...(cameraFilm !== undefined && {
      'media.navigator.permission.disabled': true,
      'media.navigator.streams.fake': true,
    }),
    ...(everyHostIsLocal === true && { 'network.dns.forceResolve': '127.0.0.1' }),
  };
}

export class FirefoxProcess {
  readonly exited: Promise<void>;
  readonly #child: ChildProcess;
  readonly #forget: () => void;
  #lastWords = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#forget = beforeExit(() => child.kill('SIGKILL'));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-2000);
    });
    this.exited = new Promise<void>((resolve) => {
      child.once('error', (error) => {
        this.#lastWords += error.message;
        resolve();
      });
      child.once('exit', () => resolve());
    }).then(() => this.#forget());
  }

  /** Starts Firefox on `profile` and answers it with Marionette's port. `uuids` fixes extension origins by add-on id. */
  static async start(profile: string, options: Looks, uuids: Record<string, string>) {
    const { width, height } = options.windowSize ?? defaultWindowSize;
    const preferences = {
      ...quietPreferences,
      ...drivablePreferences,
      ...chosenPreferences(options),
      'browser.download.folderList': 2,
      'browser.download.dir': downloadsFolder(profile),
      'extensions.webextensions.uuids': JSON.stringify(uuids),
    };
    const lines = Object.entries(preferences).map((pair) => `user_pref(${pair.map((x) => JSON.stringify(x)).join()});`);
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    const portFile = join(profile, 'MarionetteActivePort');
    rmSync(portFile, { force: true });
    const flags = ['--marionette', '-remote-allow-system-access', '--no-remote', '--profile', profile];
    if (options.headless !== false) flags.push('--headless');
    const child = spawn(requireFirefox(), [...flags, '--width', `${width}`, '--height', `${height}`, 'about:blank'], {
      env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const firefox = new FirefoxProcess(child);
    const port = await eventually(
      () => firefox.#requireRunning() && readPort(portFile),
      () => `Firefox to listen for Marionette. It said: ${firefox.#lastWords}`,
      startMs,
    );
    return { firefox, port };
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.exited;
  }

  #requireRunning(): true {
    if (this.#child.exitCode === null && this.#child.signalCode === null && this.#child.pid !== undefined) return true;
    throw new Error(`Firefox ended instead of starting. It said: ${this.#lastWords}`);
  }
}

function readPort(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    // Not written yet.
    return undefined;
  }
}
