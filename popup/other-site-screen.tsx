/** An account that belongs to another site than the page in front, which looks like neither. */
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { sitesOf } from '../src/app/sites';
import { accountName } from '../src/ui/account-name';
import { hostOf, Sentence } from '../src/ui/site-text';
import { t } from '../src/ui/text';
import { ask } from './fill-tasks';
import { PageHost } from './host';
import { type OtherSite, turnTo } from './state';

export function OtherSiteScreen({ found: { account, page } }: { readonly found: OtherSite }) {
  const stop = useRef<HTMLButtonElement>(null);
  const about = useId();
  useLayoutEffect(() => stop.current?.focus(), []);
  const sites = sitesOf(account).map(({ site }) => hostOf(site));
  return (
    <main class="screen" data-screen="other-site" data-about={account.id}>
      <h1>{t('otherSiteTitle')}</h1>
      <div class="stack" id={about}>
        <p class="soft few-lines" dir="auto">
          {accountName(account)}
        </p>
        <p>
          <Sentence
            words="otherSiteText"
            parts={[
              <PageHost host={sites.join(', ')} show="real-site" />,
              <PageHost host={page.host} show="page-host" />,
            ]}
          />
        </p>
      </div>
      <div class="stack">
        <button
          type="button"
          class="button primary wide"
          data-do="stop"
          ref={stop}
          aria-describedby={about}
          onClick={() => turnTo(undefined)}
        >
          {t('back')}
        </button>
        <button type="button" class="button quiet" data-do="go-on" onClick={() => void ask(account, page)}>
          {t('useHereToo')}
        </button>
      </div>
    </main>
  );
}
