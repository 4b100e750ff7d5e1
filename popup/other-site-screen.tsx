/** An account that belongs to another site than the page in front, which looks like neither. */
import { useId } from 'preact/hooks';
import { sitesOf } from '../src/app/sites';
import { accountName } from '../src/ui/account-name';
import { hostOf, Sentence } from '../src/ui/site-text';
import { t } from '../src/ui/text';
import { ask } from './fill-tasks';
import { PageHost } from './host';
import type { OtherSite } from './state';
import { StopOrGoOn } from './stop-or-go-on';
import './sites.css';

export function OtherSiteScreen({ found: { account, page } }: { readonly found: OtherSite }) {
  const about = useId();
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
      <StopOrGoOn
        stopWords={t('back')}
        goOnWords={t('useHereToo')}
        about={about}
        onGoOn={() => void ask(account, page)}
      />
    </main>
  );
}
