/** Which group the ticked accounts go into: one there is, a new one, or none. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Account } from '../src/app/account';
import type { StoredGroup } from '../src/app/home';
import { errorText } from '../src/ui/error-text';
import { SelectField } from '../src/ui/select-field';
import { t, visibleText } from '../src/ui/text';
import { TextField } from '../src/ui/text-field';
import { groupTicked, groupTickedAnew } from './ticked-tasks';

const NEW = 'new';

interface Props {
  readonly accounts: readonly Account[];
  readonly groups: readonly StoredGroup[];
  readonly onEnd: () => void;
}

export function GroupChoice({ accounts, groups, onEnd }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [groupId, setGroupId] = useState(groups[0]?.id ?? NEW);
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  useLayoutEffect(() => {
    form.current?.querySelector('select')?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const put = async () => {
    const isNameless = groupId === NEW && name.trim() === '';
    setError(isNameless ? errorText({ kind: 'group-name-empty' }) : undefined);
    if (isNameless) return;
    const group = groups.find(({ id }) => id === groupId);
    if (await (groupId === NEW ? groupTickedAnew(accounts, name) : groupTicked(accounts, group))) onEnd();
  };
  return (
    <form
      ref={form}
      class="stack narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void put();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEnd();
      }}
    >
      <SelectField
        name="ticked-group"
        label={t('groupPutLabel')}
        value={groupId}
        options={[
          ...groups.map((group) => [group.id, visibleText(group.name)] as const),
          [NEW, t('groupNew')],
          ['', t('groupNone')],
        ]}
        onChange={setGroupId}
      />
      {groupId === NEW && (
        <TextField name="ticked-new-group" label={t('groupName')} value={name} onInput={setName} error={error} />
      )}
      <div class="actions">
        <button type="button" class="button" data-do="cancel-group" onClick={onEnd}>
          {t('cancel')}
        </button>
        <button type="submit" class="button primary" data-do="put-into-group">
          {t('groupPutAction')}
        </button>
      </div>
    </form>
  );
}
