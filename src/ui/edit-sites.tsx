/** Where codes of a saved account are filled: sites taken away, added by hand, and whether their form is sent off. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../app/account';
import { submitting } from '../app/edit';
import { type StoredSite, sitesOf } from '../app/sites';
import { Icon } from './icon';
import { Host, Sentence, siteErrorText, type TypedSiteError } from './site-text';
import { t } from './text';
import { TextField } from './text-field';

/** Brings the public suffix list: loaded when it is asked. */
const siteReading = () => import('../app/typed-site');

export interface SitesEdit {
  /** As the form found them. */
  readonly seen: readonly StoredSite[];
  readonly sites: readonly StoredSite[];
  readonly setSites: (sites: readonly StoredSite[]) => void;
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  readonly isNarrow: boolean;
  readonly setNarrow: (isNarrow: boolean) => void;
  readonly error: string | undefined;
  /** What stands in the field goes into the list; answers the list, undefined where it can't. */
  add(): Promise<readonly StoredSite[] | undefined>;
}

export function useSitesEdit(account: Account): SitesEdit {
  const [seen] = useState(() => sitesOf(account));
  const [sites, setSites] = useState(seen);
  const [typed, setTyped] = useState('');
  const [isNarrow, setNarrow] = useState(false);
  const [error, setError] = useState<string>();
  const refuse = (kind: TypedSiteError) => {
    setError(siteErrorText(kind));
    return undefined;
  };
  const add = async () => {
    setError(undefined);
    if (typed.trim() === '') return sites;
    const { readTypedSite } = await siteReading();
    const read = readTypedSite(typed, ...(isNarrow ? (['narrow'] as const) : []));
    if (!read.ok) return refuse(read.error.kind);
    if (sites.some(({ site }) => site === read.value)) return refuse('site-there');
    const more = [...sites, { site: read.value }];
    setSites(more);
    setTyped('');
    setNarrow(false);
    return more;
  };
  return { seen, sites, setSites, typed, setTyped, isNarrow, setNarrow, error, add };
}

export function EditSites({ edit }: { readonly edit: SitesEdit }) {
  const { sites, setSites, typed, setTyped, isNarrow, setNarrow, error, add } = edit;
  const section = useRef<HTMLElement>(null);
  const letters = useLetters(sites);
  // Below a field at the lower edge of a popup it would be out of sight.
  useEffect(() => {
    if (error !== undefined) section.current?.querySelector('[data-show=error]')?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  const remove = (removed: StoredSite) => {
    setSites(sites.filter((one) => one !== removed));
    section.current?.querySelector<HTMLElement>('[data-field=site]')?.focus();
  };
  return (
    <section class="sites" data-show="sites" aria-label={t('sitesTitle')} ref={section}>
      <p class="sites-title">{t('sitesTitle')}</p>
      {sites.length === 0 && <p class="soft small">{t('sitesNone')}</p>}
      <ul class="site-list">
        {sites.map((one) => (
          <li key={one.site} class="site-line" data-site={one.site}>
            <SiteText site={one.site} letters={letters.get(one.site)} />
            <button
              type="button"
              class="button icon"
              data-do="remove-site"
              title={t('removeSite')}
              aria-label={t('actionFor', t('removeSite'), one.site)}
              onClick={() => remove(one)}
            >
              <Icon name="trash" />
            </button>
            <label class="tick small">
              <input
                type="checkbox"
                data-choice="submits"
                checked={one.submits === true}
                onChange={(event) => {
                  const changed = submitting(one, event.currentTarget.checked);
                  setSites(sites.map((other) => (other === one ? changed : other)));
                }}
              />
              {t('siteSubmits')}
            </label>
          </li>
        ))}
      </ul>
      <TextField
        name="site"
        label={t('siteLabel')}
        help={t('siteHelp')}
        value={typed}
        onInput={setTyped}
        error={error}
        onEnter={typed.trim() === '' ? undefined : () => void add()}
      >
        <button type="button" class="button" data-do="add-site" onClick={() => void add()}>
          {t('addSite')}
        </button>
      </TextField>
      {typed.trim() !== '' && (
        <label class="tick small">
          <input
            type="checkbox"
            data-choice="narrow"
            checked={isNarrow}
            onChange={(event) => setNarrow(event.currentTarget.checked)}
          />
          {t('siteNarrow')}
        </label>
      )}
    </section>
  );
}

function SiteText({ site, letters }: { readonly site: string; readonly letters: string | undefined }) {
  if (site.includes('://'))
    return (
      <span class="site-name">
        <Sentence words="siteOnly" parts={[<strong key="site">{site}</strong>]} />
      </span>
    );
  return (
    <span class="site-name">
      <Host host={site} letters={letters} /> <span class="soft small site-note">{t('siteBelow')}</span>
    </span>
  );
}

/** Of domains in other letters than a-z, by their text. */
function useLetters(sites: readonly StoredSite[]): ReadonlyMap<string, string> {
  const [letters, setLetters] = useState<ReadonlyMap<string, string>>(new Map());
  const foreign = sites.map(({ site }) => site).filter((site) => /(?:^|\.)xn--/.test(site));
  useEffect(() => {
    if (foreign.length === 0) return;
    void siteReading().then(({ lettersOf }) => setLetters(new Map(foreign.map((site) => [site, lettersOf(site)]))));
  }, [foreign.join(' ')]);
  return letters;
}
