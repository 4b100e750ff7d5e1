/** One page held against one site: whether codes of an account bound there may be filled here. */
import { bindableSites, readTypedUrl } from './bindable-site';
import { findLookAlike } from './look-alike';
import { belongsTo } from './site';

export type Verdict = 'same' | 'other' | 'lookalike';

/** `bound` is a domain, a host or a page, as if the account had been enrolled there. */
export function judgeSite(url: string, bound: string): Verdict {
  // As a site a bare word is a host of the person's own network, though nobody is asked to type one.
  const enrolledAt = readTypedUrl(bound) ?? readTypedUrl(`https://${bound}`);
  const bindable = enrolledAt && bindableSites(enrolledAt.href);
  if (!bindable?.ok) return 'other';
  const { wide } = bindable.value;
  if (belongsTo(url, wide)) return 'same';
  return findLookAlike(url, [wide]) === undefined ? 'other' : 'lookalike';
}
