/** A page that only looks like the account's site. To stop is what Enter does. */
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { hostOf, Sentence } from '../src/ui/site-text';
import { t } from '../src/ui/text';
import { ask, copyAllTheSame } from './fill-tasks';
import { PageHost } from './host';
import { type LookAlike, turnTo } from './state';

export function LookAlikeScreen({ found: { use, account, page, realSite } }: { readonly found: LookAlike }) {
  const stop = useRef<HTMLButtonElement>(null);
  const about = useId();
  useLayoutEffect(() => stop.current?.focus(), []);
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
      <div class="stack">
        <button
          type="button"
          class="button primary wide"
          data-do="stop"
          ref={stop}
          aria-describedby={about}
          onClick={() => turnTo(undefined)}
        >
          {t(isFill ? 'dontFill' : 'dontCopy')}
        </button>
        <button
          type="button"
          class="button quiet"
          data-do="go-on"
          onClick={() => void (isFill ? ask(account, page) : copyAllTheSame(account))}
        >
          {t(isFill ? 'knowSite' : 'copyAllTheSame')}
        </button>
      </div>
    </main>
  );
}
