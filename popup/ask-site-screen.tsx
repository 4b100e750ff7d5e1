/** The first fill of an account on a site: what will be remembered, and whether it may. */
import { useState } from 'preact/hooks';
import { sitesOf } from '../src/app/sites';
import { accountName } from '../src/ui/account-name';
import { Notice } from '../src/ui/notice';
import { notice } from '../src/ui/page-state';
import { hostOf } from '../src/ui/site-text';
import { t, visibleText } from '../src/ui/text';
import { bindAndFill } from './fill-tasks';
import { PageHost } from './host';
import { type AskSite, turnTo } from './state';
import './sites.css';

export function AskSiteScreen({ asked }: { readonly asked: AskSite }) {
  const [isNarrow, setIsNarrow] = useState(false);
  const { account, page, bindable } = asked;
  const { wide, narrow } = bindable;
  const isDomain = wide !== narrow;
  const site = isNarrow ? narrow : wide;
  return (
    <main class="screen" data-screen="ask-site" data-about={account.id}>
      <h1 class="few-lines">{t('askSiteTitle', nameInWords(account))}</h1>
      <div class="asked-site">
        <p>
          <PageHost host={hostOf(site)} show="page-host" />
        </p>
        <p class="soft small">{scopeText(isDomain && !isNarrow, wide, page.host)}</p>
      </div>
      {isDomain && (
        <label class="tick">
          <input
            type="checkbox"
            data-choice="narrow"
            checked={isNarrow}
            onChange={(event) => setIsNarrow(event.currentTarget.checked)}
          />
          <span class="host">{t('askSiteOnly', page.host)}</span>
        </label>
      )}
      <Caution asked={asked} />
      <Notice notice={notice.value} />
      <div class="actions">
        <button type="button" class="button" data-do="back" onClick={() => turnTo(undefined)}>
          {t('back')}
        </button>
        <button
          type="button"
          class="button primary"
          data-do="bind-and-fill"
          onClick={() => void bindAndFill(account, site)}
        >
          {t('bindAndFill')}
        </button>
      </div>
      <p class="soft small">{t('askSiteOnce')}</p>
    </main>
  );
}

/** "GitHub (octocat)". */
function nameInWords({ issuer, label }: AskSite['account']): string {
  if (issuer === '' || label === '') return accountName({ issuer, label });
  return `${visibleText(issuer)} (${visibleText(label)})`;
}

function scopeText(isWide: boolean, domain: string, host: string): string {
  if (!isWide) return t('askSiteOne');
  return host === domain ? t('askSiteAllBelow') : t('askSiteAll', host);
}

/** Where else the account belongs. */
function Caution({ asked: { account, issuerSite } }: { readonly asked: AskSite }) {
  const sites = sitesOf(account).map((one) => hostOf(one.site));
  const text =
    sites.length > 0
      ? t('askSiteOther', sites.join(', '))
      : issuerSite && t('askSiteIssuer', visibleText(account.issuer), issuerSite);
  return <Notice notice={text ? { tone: 'warn', text } : undefined} />;
}
