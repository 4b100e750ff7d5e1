/** What needs the open vault: shows `children` with it, else asks for the passphrase or says what is the matter. */
import type { ComponentChildren } from 'preact';
import type { UnlockedHome } from '../src/app/home';
import { errorText } from '../src/ui/error-text';
import { Notice } from '../src/ui/notice';
import { home } from '../src/ui/page-state';
import { t } from '../src/ui/text';
import { UnlockForm } from '../src/ui/unlock-form';

interface Props {
  readonly children: (now: UnlockedHome) => ComponentChildren;
}

export function Unlocked({ children }: Props) {
  const now = home.value;
  if (now === undefined) return null;
  switch (now.state) {
    case 'unlocked':
      return <>{children(now)}</>;
    case 'absent':
      return <p data-show="empty">{t('optionsEmpty')}</p>;
    case 'locked':
      return (
        <div class="narrow" data-show="locked">
          <p>{t('optionsLocked')}</p>
          <UnlockForm />
        </div>
      );
    default:
      return (
        <>
          <Notice notice={{ tone: 'bad', text: errorText({ kind: now.state }) }} />
          <p>
            <a href="#backup" data-do="open-recovery">
              {t('openRecovery')}
            </a>
          </p>
        </>
      );
  }
}
