/** How the pages look, as the person chose it: plain, because the locked screen needs it. Changed in settings.ts. */
import { readStored } from '../platform/storage';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
/** The person's own order, by name, or the newest first. */
export const ORDERS = ['own', 'name', 'newest'] as const;
export type Order = (typeof ORDERS)[number];

export interface Look {
  readonly theme: Theme;
  readonly order: Order;
  /** Codes are shown where the pointer or the keys are. */
  readonly hidesCodes: boolean;
}

export const LOOK_KEY = 'look';

/** How the pages look; the usual way where nothing was chosen or it can't be read. */
export async function readLook(): Promise<Look> {
  return lookFrom(await readStored('local', LOOK_KEY).catch(() => undefined));
}

/** What is good of what is stored. */
export function lookFrom(stored: unknown): Look {
  const look = stored as Partial<Look> | null | undefined;
  return {
    theme: THEMES.find((theme) => theme === look?.theme) ?? 'system',
    order: ORDERS.find((order) => order === look?.order) ?? 'own',
    hidesCodes: look?.hidesCodes === true,
  };
}
