import type { View } from '../../views/layout';
import { type SvgLook, svgOfModules } from '../../views/qr-code';
import type { Modules } from './symbol';

/** What a screen reader says in place of a code. */
export const CODE_LABEL = 'QR code';

export function svgCode(modules: Modules, look: Omit<SvgLook, 'label'> = {}): View {
  return svgOfModules(modules, { label: CODE_LABEL, ...look });
}
