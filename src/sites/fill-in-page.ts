/** `fillCode` as the browser can carry it into a page: one function, with all it stands on inside. */
import type fill from './fill-code';
import inPage from './fill-code?in-page';

/** Single-page sign-ins draw their second step when the first is answered: so long a field may take to appear. */
export const FIELD_PATIENCE_MS = 3000;

export const fillCode = inPage as typeof fill;
