/** What `npm start` does once everything is built: the journey by itself, or a browser for a person. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startDemoSite } from '../demo-login/server';
import { launchChromium } from './rig/chromium';
import { playJourney as play } from './walks/journey';

interface Journey {
  readonly say: (words: string) => void;
  readonly extensionDir: string;
  readonly pictureDir: string;
}

/** Answers the exit code: 0 when every step was seen. */
export async function playJourney({ say, extensionDir, pictureDir }: Journey): Promise<number> {
  rmSync(pictureDir, { recursive: true, force: true });
  mkdirSync(pictureDir, { recursive: true });
  const site = await startDemoSite({});
  say(`The demo site runs at ${site.url}`);
  say('There is no display here, so the journey is played headless. Each step before it is taken:');
  const browser = await launchChromium({ extensionDir });
  let at = 'Open the browser';
  let steps = 0;
  let pictures = 0;
  try {
    await play(browser, site, {
      step: (words) => {
        steps += 1;
        at = words;
        say(`  ${steps}. ${words}`);
      },
      picture: async (view, name) => {
        pictures += 1;
        await view.screenshot(join(pictureDir, `${String(pictures).padStart(2, '0')}-${name}.png`));
      },
    });
    say(`Every step was seen. The pictures are in ${pictureDir}`);
    return 0;
  } catch (error) {
    say(`This step was not seen: ${at}\n${(error as Error).message}\nThe pictures up to it are in ${pictureDir}`);
    return 1;
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** A browser with Halfminute loaded and the demo site in front, until the person closes it. */
export async function openByHand({ say, extensionDir }: Pick<Journey, 'say' | 'extensionDir'>): Promise<number> {
  const site = await startDemoSite({ port: 4646 });
  for (const note of site.notes) say(note);
  const browser = await launchChromium({ extensionDir, headless: false });
  await browser.openPage(site.url);
  say(`The demo site runs at ${site.url}`);
  for (const { name, email, password } of site.people) say(`  ${name}: ${email}  ${password}`);
  say(
    'Sign in, open the Security tab, set up two factor, and click the Halfminute icon (behind the puzzle piece) to scan.',
  );
  say('Close the browser to end.');
  await browser.closed;
  await site.stop();
  return 0;
}
