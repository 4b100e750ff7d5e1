/** One of several accounts that came in: whether to keep it, its live code, its names to be changed, and whether it is here already. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../app/account';
import type { SiteOffer } from '../app/site-offers';
import type { Twin } from '../app/twins';
import { accountName } from './account-name';
import { Icon } from './icon';
import { LiveCode } from './live-code';
import { SiteChoice } from './site-choice';
import { firstSiteChoice, type SiteChoice as SiteChoiceMade } from './site-offers';
import { Host, hostOf, Sentence } from './site-text';
import { t, visibleText } from './text';
import { TextField } from './text-field';

/** What the person has made of one account. */
export interface Choice extends SiteChoiceMade {
  readonly isTicked: boolean;
  readonly issuer: string;
  readonly label: string;
  readonly isReplacing: boolean;
}

interface Props {
  readonly account: Account;
  /** The site it can be bound to. */
  readonly offer: SiteOffer | undefined;
  readonly choice: Choice;
  readonly twin: Twin | undefined;
  /** It stands before in the same list. */
  readonly isRepeated: boolean;
  readonly onChange: (change: Partial<Choice>) => void;
}

export function PreviewRow({ account, offer, choice, twin, isRepeated, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const name = accountName(account);
  const edit = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isOpen) edit.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li class="incoming" data-account={account.id}>
      <div class="incoming-line">
        <label class="tick">
          <input
            type="checkbox"
            data-choice="keep"
            checked={choice.isTicked}
            onChange={(event) => onChange({ isTicked: event.currentTarget.checked })}
          />
          <span class="found-names" dir="auto">
            <strong data-show="issuer">{choice.issuer || choice.label || t('unnamedAccount')}</strong>
            {choice.issuer !== '' && (
              <span class="soft" data-show="label">
                {choice.label}
              </span>
            )}
          </span>
        </label>
        <LiveCode account={account} />
        <button
          type="button"
          class="button icon"
          data-do="edit"
          aria-expanded={isOpen}
          title={t('editNames')}
          aria-label={t('actionFor', t('editNames'), name)}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="more" />
        </button>
      </div>
      {isOpen && (
        <div class="stack incoming-edit" ref={edit}>
          <TextField
            name="issuer"
            label={t('issuerLabel')}
            value={choice.issuer}
            onInput={(issuer) => onChange({ issuer })}
            isFocused
          />
          <TextField
            name="label"
            label={t('labelLabel')}
            value={choice.label}
            onInput={(label) => onChange({ label })}
          />
          {offer !== undefined && (
            <SiteChoice offer={offer} issuer={account.issuer} choice={choice} onChange={onChange} />
          )}
        </div>
      )}
      {!isOpen && offer !== undefined && <SiteLine offer={offer} choice={choice} />}
      {isRepeated && (
        <p class="soft small" data-show="repeated">
          {t('twinRepeated')}
        </p>
      )}
      {twin !== undefined && (
        <div class="incoming-twin small" data-show="twin">
          <p>{t(twin.kind === 'same-secret' ? 'twinSecretShort' : 'twinNameShort', accountName(twin.account))}</p>
          {choice.isTicked && (
            <span class="field">
              <select
                data-field="twin"
                aria-label={t('actionFor', t('twinQuestion'), name)}
                value={choice.isReplacing ? 'replace' : 'both'}
                onChange={(event) => onChange({ isReplacing: event.currentTarget.value === 'replace' })}
              >
                <option value="replace">{t('replace')}</option>
                <option value="both">{t('keepBoth')}</option>
              </select>
            </span>
          )}
        </div>
      )}
    </li>
  );
}

/** What there is to choose about the site is behind the row's button. */
function SiteLine({ offer, choice }: { readonly offer: SiteOffer; readonly choice: SiteChoiceMade }) {
  const { wide, narrow, letters, looksLike } = offer;
  if (looksLike !== undefined && !choice.isBound)
    return (
      <p class="incoming-twin small" data-show="looks-like">
        {t('siteLooksLike', hostOf(looksLike))}
      </p>
    );
  if (!choice.isBound) return null;
  return (
    <p class="soft small site-name" data-show="site">
      <Sentence
        words="bindRow"
        parts={[
          choice.isNarrow ? (
            <Host key="site" host={hostOf(narrow)} />
          ) : (
            <Host key="site" host={hostOf(wide)} letters={letters} />
          ),
        ]}
      />
    </p>
  );
}

export function firstChoice(account: Account, isTicked: boolean, offer: SiteOffer | undefined): Choice {
  const names = { issuer: visibleText(account.issuer), label: visibleText(account.label) };
  return { isTicked, ...names, isReplacing: true, ...firstSiteChoice(offer) };
}
