/** One account of the settings' list in the list's place: its form, or its code for another device. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../src/app/account';
import type { UnlockedHome } from '../src/app/home';
import { EditAccount } from '../src/ui/edit-account';
import { notice } from '../src/ui/page-state';
import { ShowAccount } from '../src/ui/show-account';
import { t } from '../src/ui/text';

interface Props {
  readonly now: UnlockedHome;
  readonly account: Account;
  readonly onEnd: () => void;
}

export function EditedAccount({ now, account, onEnd }: Props) {
  const [isShown, setShown] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const show = (next: boolean) => {
    notice.value = undefined;
    setShown(next);
  };
  // A field takes the keyboard where there is one.
  useLayoutEffect(() => {
    const section = heading.current?.parentElement;
    if (!section?.contains(document.activeElement)) heading.current?.focus();
  }, [isShown]);
  return (
    <section class="account-edit" data-account={account.id}>
      <h2 ref={heading} tabIndex={-1}>
        {t(isShown ? 'showAccount' : 'editTitle')}
      </h2>
      <div class="narrow">
        {isShown ? (
          <ShowAccount now={now} account={account} onEnd={() => show(false)} />
        ) : (
          <EditAccount account={account} groups={now.groups} onEnd={onEnd} onShow={() => show(true)} isFocused />
        )}
      </div>
    </section>
  );
}
