/** One account that came in, with its live code, before anything is saved; and whether it is here already. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Account } from '../app/account';
import type { PendingAccount } from '../app/home';
import type { Incoming } from '../app/save';
import { findSite, sitesOf } from '../app/sites';
import { twinFinder } from '../app/twins';
import { accountName } from './account-name';
import { Countdown } from './countdown';
import { LiveCode } from './live-code';
import { Notice } from './notice';
import { busy, notice } from './page-state';
import { SiteChoice } from './site-choice';
import { bound, firstSiteChoice, type SiteChoice as SiteChoiceMade, useSiteOffers } from './site-offers';
import { hostOf } from './site-text';
import { t, visibleText } from './text';
import { TextField } from './text-field';

interface Props {
  readonly account: PendingAccount;
  /** Those that are saved. */
  readonly accounts: readonly Account[];
  readonly onSave: (incoming: Incoming) => void;
  readonly onDiscard: () => void;
  readonly children?: ComponentChildren;
}

export function PreviewOne({ account, accounts, onSave, onDiscard, children }: Props) {
  const [issuer, setIssuer] = useState(visibleText(account.issuer));
  const [label, setLabel] = useState(visibleText(account.label));
  const findTwin = useMemo(() => twinFinder(accounts), [accounts]);
  const [change, setChange] = useState<Partial<SiteChoiceMade>>({});
  const { offers, isKnown } = useSiteOffers([account], accounts);
  const offer = offers.get(account.id);
  const choice = { ...firstSiteChoice(offer), ...change };
  const names = { issuer: typedName(account.issuer, issuer), label: typedName(account.label, label) };
  const named = bound({ ...account, ...names }, offer, choice);
  const twin = findTwin(named);
  const elsewhere = twin === undefined ? undefined : siteElsewhere(twin.account, account.foundAt);
  const isBusy = busy.value !== undefined || !isKnown;
  return (
    <>
      <div class="preview-code">
        <LiveCode account={account} />
        {account.type !== 'hotp' && <Countdown periodSeconds={account.periodSeconds} />}
      </div>
      {children}
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onSave({ account: named, replacedId: twin?.account.id });
        }}
      >
        <TextField name="issuer" label={t('issuerLabel')} value={issuer} onInput={setIssuer} />
        <TextField name="label" label={t('labelLabel')} value={label} onInput={setLabel} />
        {offer !== undefined && (
          <SiteChoice
            offer={offer}
            issuer={account.issuer}
            choice={choice}
            onChange={(more) => setChange({ ...change, ...more })}
          />
        )}
        {!isKnown && account.foundAt !== undefined && <div class="site-choice" />}
        {twin !== undefined && (
          <p class="notice warn" role="status" data-show="twin">
            {t(twin.kind === 'same-secret' ? 'twinSecret' : 'twinName', accountName(twin.account))}
            {elsewhere !== undefined && ` ${t('twinElsewhere', hostOf(elsewhere))}`}
          </p>
        )}
        <Notice notice={notice.value} />
        <div class="actions">
          <button type="button" class="button" data-do="discard" onClick={onDiscard}>
            {t('discard')}
          </button>
          {twin !== undefined && (
            <button
              type="button"
              class="button"
              data-do="keep-both"
              disabled={isBusy}
              onClick={() => onSave({ account: named })}
            >
              {t('keepBoth')}
            </button>
          )}
          <button
            type="submit"
            class="button primary"
            data-do={twin === undefined ? 'save' : 'replace'}
            disabled={isBusy}
          >
            {t(twin === undefined ? 'save' : 'replace')}
          </button>
        </div>
      </form>
      <p class="soft small">{t('pendingSafe')}</p>
    </>
  );
}

/** Where the account belongs, when that is not where the new one was found. */
function siteElsewhere(account: Account, foundAt: string | undefined): string | undefined {
  return foundAt === undefined || findSite(account, foundAt) !== undefined ? undefined : sitesOf(account)[0]?.site;
}

/** A name nobody touched stays as it came, with whatever the field had to write out. */
export function typedName(original: string, shown: string): string {
  return shown === visibleText(original) ? original : shown.trim();
}
