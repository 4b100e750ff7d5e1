/** What a screen reader is told, in one place: a sentence a second at most, of several the last one. */
import { effect, signal } from '@preact/signals';
import { nowMs } from '../src/ui/clock';

const APART_MS = 1000;
/** Long enough to be read out; then it is not met again on the page. */
const KEPT_MS = 5000;

export const spoken = signal('');
let next: string | undefined;
let lastMs = Number.NEGATIVE_INFINITY;

export function speak(sentence: string): void {
  next = sentence;
  flush();
}

function flush(): void {
  const sinceMs = performance.now() - lastMs;
  if (next !== undefined && sinceMs >= APART_MS) {
    lastMs = performance.now();
    spoken.value = next;
    next = undefined;
  } else if (next === undefined && sinceMs >= KEPT_MS) spoken.value = '';
}

// By the page's own clock: it needs no timer of its own.
effect(() => {
  nowMs.value;
  flush();
});
