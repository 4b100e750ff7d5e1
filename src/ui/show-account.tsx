/** An account for another device, as a QR code and a link: only for who has just shown to be the one. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../app/account';
import { copyLink, drawLink } from '../app/account-link';
import { isConfirmed } from '../app/confirm';
import type { UnlockedHome } from '../app/home';
import { accountName } from './account-name';
import { AskAgain } from './ask-again';
import { errorText } from './error-text';
import { Notice } from './notice';
import { notice, say, sayFailure } from './page-state';
import { t } from './text';

interface Props {
  readonly now: UnlockedHome;
  readonly account: Account;
  readonly onEnd: () => void;
}

/** Left open on a desk, it hides itself. */
const SHOWN_MS = 120_000;

export function ShowAccount({ now, account, onEnd }: Props) {
  const [isAsked, setAsked] = useState(() => !isConfirmed(now, Date.now()));
  const [wasAsked] = useState(isAsked);
  useEffect(() => {
    if (isAsked) return;
    const timer = setTimeout(onEnd, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isAsked]);
  if (isAsked)
    return (
      <AskAgain
        protection={now.protection}
        onConfirmed={() => setAsked(false)}
        onBack={onEnd}
        atStake={t('showAccountAtStake', accountName(account))}
      />
    );
  return <Shown account={account} isFocused={wasAsked} onEnd={onEnd} />;
}

interface ShownProps extends Omit<Props, 'now'> {
  /** The question in whose place it stands had the keyboard. */
  readonly isFocused: boolean;
}

function Shown({ account, isFocused, onEnd }: ShownProps) {
  const text = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (isFocused) text.current?.focus();
  }, []);
  const drawn = drawLink(account);
  return (
    <div class="stack" data-show="account-link">
      <p ref={text} tabIndex={-1}>
        {t('showAccountText', accountName(account))}
      </p>
      {drawn.ok ? (
        <svg
          class="qr"
          data-show="qr"
          viewBox={`0 0 ${drawn.value.size} ${drawn.value.size}`}
          role="img"
          aria-label={t('qrLabel')}
        >
          <path d={drawn.value.path} shape-rendering="crispEdges" />
        </svg>
      ) : (
        <Notice notice={{ tone: 'bad', text: errorText(drawn.error) }} />
      )}
      {account.type === 'hotp' && <p class="soft small">{t('showCountedText')}</p>}
      <Notice notice={notice.value} />
      <div class="actions">
        <button type="button" class="button" data-do="copy-link" onClick={() => void copy(account)}>
          {t('copyLink')}
        </button>
        <button type="button" class="button primary" data-do="end-show" onClick={onEnd}>
          {t('done')}
        </button>
      </div>
    </div>
  );
}

async function copy(account: Account): Promise<void> {
  const copied = await copyLink(account);
  if (copied.ok) say(t('linkCopied'));
  else await sayFailure(copied.error);
}
