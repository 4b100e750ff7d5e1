/** The look a person chose: on the page's root, where the tokens follow it, and for what orders the accounts. */
import { signal } from '@preact/signals';
import { type Look, onLookChange, readLook } from '../app/look';

export const look = signal<Look>({ theme: 'system', order: 'own', hidesCodes: false });

export async function followLook(): Promise<void> {
  onLookChange(() => void applyLook());
  await applyLook();
}

export async function applyLook(): Promise<void> {
  const now = await readLook();
  const root = document.documentElement;
  root.dataset['theme'] = now.theme;
  root.dataset['codes'] = now.hidesCodes ? 'hidden' : 'shown';
  look.value = now;
}
