export interface Browsers {
  readonly chromium: string;
  readonly firefox?: string;
}

export function findChromium(): string | undefined;
export function findFirefox(): string | undefined;
export function requireChromium(): string;
export function requireFirefox(): string;
export function ensureBrowsers(options: { say: (text: string) => void; firefox: boolean }): Promise<Browsers>;
