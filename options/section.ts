/** Which section is open: the address says so, so that each can be linked to and "back" works. */
import { signal } from '@preact/signals';
import { notice } from '../src/ui/page-state';

export const SECTIONS = ['accounts', 'add', 'backup', 'locking', 'appearance', 'about'] as const;
export type Section = (typeof SECTIONS)[number];

export const section = signal<Section>('accounts');

export function followAddress(): void {
  const read = () => {
    section.value = SECTIONS.find((name) => location.hash === `#${name}`) ?? 'accounts';
    // What was said in one section does not belong into another.
    notice.value = undefined;
  };
  addEventListener('hashchange', read);
  read();
}
