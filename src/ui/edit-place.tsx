/** Where a saved account stands, and what a person wrote down beside it. */
import { useId, useState } from 'preact/hooks';
import type { Account } from '../app/account';
import type { AccountEdit } from '../app/edit';
import type { StoredGroup } from '../app/home';
import { errorText } from './error-text';
import { SelectField } from './select-field';
import { t, visibleText } from './text';
import { TextField } from './text-field';

const NEW = 'new';
const MOST_NOTES = 4000;

export interface PlaceEdit {
  readonly groups: readonly StoredGroup[];
  readonly isPinned: boolean;
  readonly setPinned: (isPinned: boolean) => void;
  /** `new` while a name for another one is typed; empty for none. */
  readonly groupId: string;
  readonly setGroupId: (groupId: string) => void;
  readonly newGroup: string;
  readonly setNewGroup: (name: string) => void;
  readonly notes: string;
  readonly setNotes: (notes: string) => void;
  /** The fields as they are typed, but for a group that has to be made first. */
  readonly edit: Pick<AccountEdit, 'pinned' | 'groupId' | 'notes'>;
  /** The name of the group to make. */
  readonly made: string | undefined;
  /** What is wrong with that name. */
  readonly error: string | undefined;
  /** Answers whether it can be saved like this. */
  check(): boolean;
}

export function usePlaceEdit(account: Account, groups: readonly StoredGroup[]): PlaceEdit {
  const known = groups.some(({ id }) => id === account.groupId) ? (account.groupId ?? '') : '';
  const [isPinned, setPinned] = useState(account.pinned === true);
  const [groupId, setGroupId] = useState(known);
  const [newGroup, setNewGroup] = useState('');
  const [notes, setNotes] = useState(account.notes ?? '');
  const group = groupId === NEW || groupId === known ? {} : { groupId };
  const edit = { pinned: isPinned, notes: notes.trim() === '' ? '' : notes, ...group };
  const made = groupId === NEW ? newGroup : undefined;
  const [error, setError] = useState<string>();
  const check = () => {
    const isNameless = made?.trim() === '';
    setError(isNameless ? errorText({ kind: 'group-name-empty' }) : undefined);
    return !isNameless;
  };
  const typed = { isPinned, setPinned, groupId, setGroupId, newGroup, setNewGroup, notes, setNotes };
  return { groups, ...typed, edit, made, error, check };
}

export function EditPlace({ place }: { readonly place: PlaceEdit }) {
  const id = useId();
  return (
    <>
      <label class="tick">
        <input
          type="checkbox"
          data-choice="pinned"
          checked={place.isPinned}
          onChange={(event) => place.setPinned(event.currentTarget.checked)}
        />
        {t('pinLabel')}
      </label>
      <SelectField
        name="group"
        label={t('groupLabel')}
        value={place.groupId}
        options={[
          ['', t('groupNone')],
          ...place.groups.map((group) => [group.id, visibleText(group.name)] as const),
          [NEW, t('groupNew')],
        ]}
        onChange={place.setGroupId}
      />
      {place.groupId === NEW && (
        <TextField
          name="new-group"
          label={t('groupName')}
          value={place.newGroup}
          onInput={place.setNewGroup}
          error={place.error}
        />
      )}
      <div class="field">
        <label for={id}>{t('notesLabel')}</label>
        <textarea
          id={id}
          data-field="notes"
          rows={2}
          maxLength={MOST_NOTES}
          autocomplete="off"
          value={place.notes}
          onInput={(event) => place.setNotes(event.currentTarget.value)}
        />
      </div>
    </>
  );
}
