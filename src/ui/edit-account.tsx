/** A saved account, with its live code, to be renamed, corrected or deleted. */
import { useState } from 'preact/hooks';
import type { Account } from '../app/account';
import { readEdit, typedFrom } from '../app/edit';
import type { StoredGroup } from '../app/home';
import type { TypedError } from '../otp/typed-account';
import { AccountFields } from './account-fields';
import { change, remove } from './account-tasks';
import { Countdown } from './countdown';
import { EditPlace, usePlaceEdit } from './edit-place';
import { EditSites, useSitesEdit } from './edit-sites';
import { Icon } from './icon';
import { LiveCode } from './live-code';
import { Notice } from './notice';
import { OwnImage, useImageEdit } from './own-image';
import { busy, notice } from './page-state';
import { t, visibleText } from './text';

interface Props {
  readonly account: Account;
  /** All there are. */
  readonly groups: readonly StoredGroup[];
  /** The account was changed or deleted, or is left as it was. */
  readonly onEnd: () => void;
  /** Shows it for another device. */
  readonly onShow: () => void;
  /** The form opens among others on a page, and takes the focus. */
  readonly isFocused?: boolean;
}

export function EditAccount({ account, groups, onEnd, onShow, isFocused = false }: Props) {
  const [first] = useState(() =>
    typedFrom({ ...account, issuer: visibleText(account.issuer), label: visibleText(account.label) }),
  );
  const [typed, setTyped] = useState(first);
  const [error, setError] = useState<TypedError>();
  const sitesEdit = useSitesEdit(account);
  const place = usePlaceEdit(account, groups);
  const image = useImageEdit(account);
  const read = readEdit(first, typed);
  const edited = (read.ok ? { ...account, ...read.value } : account) as Account;
  const submit = async () => {
    setError(read.ok ? undefined : read.error);
    const sites = await sitesEdit.add();
    if (!place.check() || !read.ok || sites === undefined) return;
    // Held against what the form found: what another window bound since then stays.
    const edit = { ...read.value, ...place.edit, icon: image.icon, sites };
    if (await change({ ...account, sites: sitesEdit.seen }, edit, place.made)) onEnd();
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {/* A counted code is shown where it is taken, and counted, and nowhere else. */}
      {edited.type !== 'hotp' && (
        <div class="preview-code">
          <LiveCode account={edited} />
          <Countdown periodSeconds={edited.periodSeconds} />
        </div>
      )}
      <AccountFields typed={typed} onInput={setTyped} error={error} isNew={false} isFocused={isFocused} />
      <OwnImage account={edited} edit={image} />
      <EditPlace place={place} />
      <EditSites edit={sitesEdit} />
      <Notice notice={notice.value} />
      <div class="actions">
        <button type="button" class="button" data-do="cancel" onClick={onEnd}>
          {t('cancel')}
        </button>
        <button type="submit" class="button primary" data-do="save" disabled={busy.value !== undefined}>
          {t('saveChanges')}
        </button>
      </div>
      <button type="button" class="button quiet" data-do="show-account" onClick={onShow}>
        <Icon name="scan" />
        {t('showAccount')}
      </button>
      <button
        type="button"
        class="button quiet danger"
        data-do="delete"
        disabled={busy.value !== undefined}
        onClick={() => void remove(account).then((isDone) => isDone && onEnd())}
      >
        <Icon name="trash" />
        {t('deleteAccount')}
      </button>
    </form>
  );
}
