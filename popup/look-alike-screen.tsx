/** A page that only looks like the account's site. To stop is what Enter does. */
import { useId } from 'preact/hooks';
import { hostOf, Sentence } from '../src/ui/site-text';
import { t } from '../src/ui/text';
import { ask, copyAllTheSame } from './fill-tasks';
import { PageHost } from './host';
import type { LookAlike } from './state';
import { StopOrGoOn } from './stop-or-go-on';
import './sites.css';

export function LookAlikeScreen({ found: { use, account, page, realSite } }: { readonly found: LookAlike }) {
  const about = useId();
  const isFill = use === 'fill';
  return (
    <main class="screen" data-screen="look-alike" data-about={account.id}>
      <h1>{t('lookAlikeTitle')}</h1>
      <div class="notice bad" id={about}>
        <p>
          <Sentence
            words="lookAlikeText"
            parts={[
              <PageHost host={hostOf(realSite)} show="real-site" />,
              <PageHost host={page.host} show="page-host" />,
            ]}
          />
        </p>
      </div>
      <p>{t(isFill ? 'lookAlikeFill' : 'lookAlikeCopy')}</p>
      <StopOrGoOn
        stopWords={t(isFill ? 'dontFill' : 'dontCopy')}
        goOnWords={t(isFill ? 'knowSite' : 'copyAllTheSame')}
        about={about}
        onGoOn={() => void (isFill ? ask(account, page) : copyAllTheSame(account))}
      />
    </main>
  );
}
