/** Which section is open: the address says so, so that each can be linked to and "back" works. */
import { signal } from '@preact/signals';
import { notice } from '../src/ui/page-state';

export const SECTIONS = ['accounts', 'add', 'backup', 'locking', 'appearance', 'about'] as const;
export type Section = (typeof SECTIONS)[number];

export const section = signal<Section>('accounts');

export function followAddress(): void {
  addEventListener('hashchange', readAddress);
  readAddress();
}

/** At once: the browser tells of the new address only later, and what is said meanwhile is said in that section. */
export function openSection(name: Section): void {
  location.hash = name;
  readAddress();
}

function readAddress(): void {
  const named = SECTIONS.find((name) => location.hash === `#${name}`) ?? 'accounts';
  if (named === section.value) return;
  section.value = named;
  // What was said in one section does not belong into another.
  notice.value = undefined;
}
