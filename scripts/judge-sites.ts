/** npm run --silent judge:sites -- FILE: whether each page is the site an account is bound to, only looks like it, or is another. */
import { judgeSite, type Verdict } from '../src/sites/judge-site';
import { printLine, readItems } from './json-items';

export async function main([file]: string[]): Promise<number> {
  const items = readItems(
    file,
    'Name a file with a JSON array of {"bound","url"}: npm run --silent judge:sites -- FILE',
  );
  if (items === undefined) return 1;
  for (const item of items) {
    const { bound, url } = (item ?? {}) as Readonly<Record<string, unknown>>;
    printLine({ bound: bound ?? null, url: url ?? null, verdict: verdictOn(bound, url) });
  }
  return 0;
}

function verdictOn(bound: unknown, url: unknown): Verdict {
  return typeof bound === 'string' && typeof url === 'string' ? judgeSite(url, bound) : 'other';
}
