/** Whether the accounts stand there. What a row shows only under the pointer, or later, is drawn behind that. */
import { signal } from '@preact/signals';

export const isDrawn = signal(false);
