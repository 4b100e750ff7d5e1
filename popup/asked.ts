/**
 * What a context menu entry or a key asked for, which may have opened this popup or spoken while it was open. Where the
 * vault is locked it waits here for the passphrase, for as long as the popup is open.
 */
import { effect, signal, untracked } from '@preact/signals';
import { type Intent, onIntent, takeIntent } from '../src/app/intent';
import { busy, home } from '../src/ui/page-state';
import { fillHere } from './fill-tasks';
import { scan } from './tasks';

const WAITS_IN = ['absent', 'unlocked', 'locked'];
const asked = signal<Intent['kind'] | undefined>(undefined);

export async function followAsked(): Promise<void> {
  effect(() => {
    const kind = asked.value;
    const isOpen = home.value?.state === 'absent' || home.value?.state === 'unlocked';
    if (kind === undefined || !isOpen || busy.value === 'unlock') return;
    asked.value = undefined;
    untracked(() => void (kind === 'scan' ? scan() : fillHere()));
  });
  onIntent(() => void take());
  await take();
}

async function take(): Promise<void> {
  if (!WAITS_IN.includes(home.value?.state ?? '')) return;
  const intent = await takeIntent(Date.now());
  if (intent !== undefined) asked.value = intent.kind;
}
