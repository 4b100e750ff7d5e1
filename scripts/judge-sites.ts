/** npm run --silent judge:sites -- FILE: whether each page is the site an account is bound to, only looks like it, or is another. */
import { judgeSite, type Verdict } from '../src/sites/judge-site';
import { printLine, readItems } from './json-items';

export async function main([file]: string[]): Promise<number> {
  const items = readItems(
    file,
    'Name a file with a JSON array of {"bound","url"}: npm run --silent judge:sites -- FILE',
  );
  if (items === undefined) return 1;
  for (const item of items) printLine(judgeItem(item));
  return 0;
}

export function judgeItem(item: unknown): { bound: unknown; url: unknown; verdict: Verdict } {
  const { bound = null, url = null } = (item ?? {}) as Readonly<Record<string, unknown>>;
  const verdict = typeof bound === 'string' && typeof url === 'string' ? judgeSite(url, bound) : 'other';
  return { bound, url, verdict };
}
