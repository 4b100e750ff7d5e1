export const ONLY_IN: { readonly chromium: readonly string[]; readonly firefox: readonly string[] };
export const FIREFOX_WALKS: readonly string[];
export function browserFiles(kind: string, isLong: boolean): { include: string[]; exclude: string[] };
export function slowUnitFiles(): string[];
export function filesThatMock(): string[];
