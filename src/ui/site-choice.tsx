/** Whether an account that came in is bound to the site it was scanned on, and to how much of it. */
import type { SiteOffer } from '../app/site-offers';
import type { SiteChoice as Choice } from './site-offers';
import { Host, hostOf, Sentence } from './site-text';
import { t, visibleText } from './text';

interface Props {
  readonly offer: SiteOffer;
  readonly issuer: string;
  readonly choice: Choice;
  readonly onChange: (change: Partial<Choice>) => void;
}

export function SiteChoice({ offer, issuer, choice: { isBound, isNarrow }, onChange }: Props) {
  const { wide, narrow, letters, isUsual, looksLike } = offer;
  const isDomain = !wide.includes('://');
  return (
    <div class="site-choice" data-show="site">
      {looksLike !== undefined && (
        <p class="notice warn" role="alert" data-show="looks-like">
          {t('siteLooksLike', hostOf(looksLike))}
        </p>
      )}
      <label class="tick">
        <input
          type="checkbox"
          data-choice="bind"
          checked={isBound}
          onChange={(event) => onChange({ isBound: event.currentTarget.checked })}
        />
        <span class="site-name">
          <Sentence words="bindSite" parts={[<Host key="site" host={hostOf(wide)} letters={letters} />]} />{' '}
          {isUsual && <span class="soft small site-note">{t('bindSiteUsual', visibleText(issuer))}</span>}
          {!isUsual && isDomain && <span class="soft small site-note">{t('bindSiteBelow')}</span>}
        </span>
      </label>
      {wide !== narrow && (
        <label class="tick site-narrow small">
          <input
            type="checkbox"
            data-choice="narrow"
            checked={isBound && isNarrow}
            disabled={!isBound}
            onChange={(event) => onChange({ isNarrow: event.currentTarget.checked })}
          />
          <span class="site-name soft">
            {t(hostOf(narrow) === wide ? 'bindOnlyItself' : 'bindOnly', visibleText(hostOf(narrow)))}
          </span>
        </label>
      )}
    </div>
  );
}
