/**
 * What a person chose that stands in plain: the look, on the page's root, where the tokens follow it, and for what orders the
 * accounts; and the correction of codes, for the clock.
 */
import { signal } from '@preact/signals';
import type { Look } from '../app/look';
import { onPlainSettingsChange, readPlainSettings } from '../app/plain-settings';
import { correctionS } from './clock';

export const look = signal<Look>({ theme: 'system', order: 'own', hidesCodes: false });

export async function followLook(): Promise<void> {
  onPlainSettingsChange(() => void applyLook());
  await applyLook();
}

export async function applyLook(): Promise<void> {
  const now = await readPlainSettings();
  const root = document.documentElement;
  root.dataset['theme'] = now.look.theme;
  root.dataset['codes'] = now.look.hidesCodes ? 'hidden' : 'shown';
  look.value = now.look;
  correctionS.value = now.correctionS;
}
