import { requireChromium } from '../../../scripts/browsers.mjs';
import { defaultWindowSize, type LaunchOptions } from './extension-browser';

// Chromium heeds the last of these lists alone, so those that Playwright turns off come first.
const unwanted = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
  // Pages that Chromium draws below its address bar: half of the work of a start.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
  // A process for the next page that needs one of its own: a popup does not.
  'SpareRendererForSitePerProcess',
];

const quiet = [
  `--disable-features=${unwanted.join()}`,
  // Those of Chromium's own windows, such as the popup's fading in. Pages move as ever.
  '--animation-duration-scale=0',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  // The screen of a headless Chromium is 800 x 600 otherwise, too low for a popup of full height.
  '--screen-info={1600x1200}',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-crash-restore-bubble',
];

// Loads an extension, and clicks its button, over the pipe that Playwright uses.
const drivable = '--enable-unsafe-extension-debugging';

/** What Playwright is told to start Chromium with on `profile`. */
export function chromiumLaunch(options: LaunchOptions, profile: string) {
  return {
    executablePath: requireChromium(),
    headless: options.headless ?? true,
    viewport: null,
    colorScheme: null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: flagsFor(options),
    // Chromium keeps a socket in the temporary folder, which nobody else would remove.
    env: { ...process.env, TMPDIR: profile },
    artifactsDir: profile,
    // exit-guard.ts sees to signals.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
}

function flagsFor(options: LaunchOptions): string[] {
  const { width, height } = options.windowSize ?? defaultWindowSize;
  const flags = [...quiet, drivable, `--window-size=${width},${height}`];
  if (process.getuid?.() === 0) flags.push('--no-sandbox');
  if (options.colorScheme === 'dark') flags.push('--force-dark-mode');
  if (options.deviceScaleFactor !== undefined) flags.push(`--force-device-scale-factor=${options.deviceScaleFactor}`);
  if (options.everyHostIsLocal === true)
    flags.push('--host-resolver-rules=MAP * 127.0.0.1', '--ignore-certificate-errors');
  if (options.netLogFile !== undefined) flags.push(`--log-net-log=${options.netLogFile}`);
  if (options.cameraFilm !== undefined)
    flags.push(
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${options.cameraFilm}`,
    );
  if (options.sharedTab !== undefined) flags.push(`--auto-select-tab-capture-source-by-title=${options.sharedTab}`);
  return flags;
}
