// A Firefox that was started once before starts faster: it has its scripts compiled and its databases made. Every new
// profile is a copy of one in which nothing else ever happened.
import { cpSync, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { bounded } from './eventually';
import { FirefoxProcess } from './firefox-process';
import { Marionette } from './marionette';
import { makeTemporaryProfile } from './temporary-profile';

const startMs = 90_000;
const endMs = 30_000;

// Where its window was, what stood in it, and that it was in use.
const notForOthers = /^(?:xulstore\.json|sessionstore|lock$|\.parentlock$|user\.js$)/;

let template = '';

/** Fills the empty folder `profile`. */
export async function fillNewProfile(profile: string): Promise<void> {
  if (!existsSync(template)) template = await makeTemplate();
  cpSync(template, profile, { recursive: true, filter: (from) => !notForOthers.test(basename(from)) });
}

async function makeTemplate(): Promise<string> {
  const { path } = makeTemporaryProfile('template-firefox');
  const { firefox, port } = await FirefoxProcess.start(path, {}, {});
  try {
    const marionette = await Marionette.connect(port, startMs);
    await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }, endMs);
    await bounded(firefox.exited, endMs, 'Firefox to end');
    marionette.disconnect();
  } catch (error) {
    await firefox.kill();
    throw error;
  }
  return path;
}
