/** A fill under way, which its screen shows and may end. */
import { signal } from '@preact/signals';

/** `untilMs`: it waits for the code that comes then, by the clock of codes. */
export interface Filling {
  readonly sinceMs: number;
  readonly untilMs?: number;
}
export const filling = signal<Filling | undefined>(undefined);

export function cancelFill(): void {
  filling.value = undefined;
}
