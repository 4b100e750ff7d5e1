/** What is stored in plain beside the vault, in one read for which every opening waits: how pages look, by how much codes are corrected. */
import { correctionFrom } from '../otp/clock-correction';
import { onStoredChange, readStoredOf } from '../platform/storage';
import { LOOK_KEY, type Look, lookFrom } from './look';
import { CLOCK_KEY } from './names';

export interface PlainSettings {
  readonly look: Look;
  /** Seconds that codes are ahead of the computer's clock; 0 where they go by it. */
  readonly correctionS: number;
}

/** The usual look and no correction where nothing was chosen or it can't be read. */
export async function readPlainSettings(): Promise<PlainSettings> {
  const stored: Record<string, unknown> = await readStoredOf('local', [LOOK_KEY, CLOCK_KEY]).catch(() => ({}));
  return { look: lookFrom(stored[LOOK_KEY]), correctionS: correctionFrom(stored[CLOCK_KEY]) };
}

export function onPlainSettingsChange(changed: () => void): void {
  onStoredChange((domain, keys) => {
    if (domain === 'local' && (keys.includes(LOOK_KEY) || keys.includes(CLOCK_KEY))) changed();
  });
}
