/** What the form gallery's own script tells of a page, and what it should tell once a code was typed. */
import type { FormItem, Typed } from '../demo-login/forms/item';

/** Every field by its id, those in frames and shadow roots too. */
export interface FormReport {
  readonly values: Readonly<Record<string, string>>;
  readonly submits: number;
  /** Nodes and attributes that came, went or changed. */
  readonly changes: number;
}

/** In the page. */
export const FORM_REPORT = 'formReport()';

/** What the fields of `into` hold where `code` was typed. */
export function valuesWith(code: string, into: readonly Typed[]): FormReport['values'] {
  return Object.fromEntries(into.map(({ field, part }) => [field, partOf(code, part)]));
}

/** How often the page itself sends its form off. */
export function submitsOf({ expects }: FormItem): number {
  return (expects.kind === 'filled' ? expects.submits : undefined) ?? 0;
}

function partOf(code: string, part: Typed['part']): string {
  if (part === 'all') return code;
  return part === 'grouped' ? `${code.slice(0, 3)}-${code.slice(3)}` : code.charAt(part);
}
