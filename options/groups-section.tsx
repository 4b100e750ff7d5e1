/** The groups, to be renamed or taken away; their accounts stay. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StoredGroup, UnlockedHome } from '../src/app/home';
import { accountCount } from '../src/ui/amounts';
import { t, visibleText } from '../src/ui/text';
import { TextField } from '../src/ui/text-field';
import { drop, rename } from './group-tasks';

export function GroupsSection({ now }: { readonly now: UnlockedHome }) {
  const { groups, accounts, isReadOnly } = now;
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [renamedId, setRenamedId] = useState<string>();
  const lastId = useRef<string | undefined>(undefined);
  // Behind its form, the keyboard goes on from the group that was renamed.
  useLayoutEffect(() => {
    if (renamedId === undefined && lastId.current !== undefined)
      list.current?.querySelector<HTMLElement>(`[data-group="${lastId.current}"] [data-do=rename-group]`)?.focus();
    lastId.current = renamedId;
  }, [renamedId]);
  if (groups.length === 0) return null;
  const counts = new Map<string | undefined, number>();
  for (const { groupId } of accounts) counts.set(groupId, (counts.get(groupId) ?? 0) + 1);
  const remove = async (group: StoredGroup) => {
    if (!(await drop(group, accounts))) return;
    // Its buttons are gone: the keyboard goes on from the heading, or from the page's where no group is left.
    (heading.current ?? document.querySelector<HTMLElement>('main h1'))?.focus();
  };
  return (
    <section data-show="groups">
      <h2 ref={heading} tabIndex={-1}>
        {t('groupsTitle')}
      </h2>
      <ul class="account-list" ref={list}>
        {groups.map((group) => (
          <li key={group.id} class="account group" data-group={group.id}>
            {group.id === renamedId ? (
              <RenameForm group={group} onEnd={() => setRenamedId(undefined)} />
            ) : (
              <>
                <span class="group-name" dir="auto">
                  <strong>{visibleText(group.name)}</strong>{' '}
                  <span class="soft small">{accountCount(counts.get(group.id) ?? 0)}</span>
                </span>
                {!isReadOnly && (
                  <span class="account-actions">
                    <button
                      type="button"
                      class="button small"
                      data-do="rename-group"
                      aria-label={t('actionFor', t('groupRename'), visibleText(group.name))}
                      onClick={() => setRenamedId(group.id)}
                    >
                      {t('groupRename')}
                    </button>
                    <button
                      type="button"
                      class="button small danger"
                      data-do="delete-group"
                      aria-label={t('actionFor', t('groupDelete'), visibleText(group.name))}
                      onClick={() => void remove(group)}
                    >
                      {t('groupDelete')}
                    </button>
                  </span>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function RenameForm({ group, onEnd }: { readonly group: StoredGroup; readonly onEnd: () => void }) {
  const [name, setName] = useState(() => visibleText(group.name));
  const [error, setError] = useState<string>();
  const submit = async () => {
    setError(undefined);
    // What was written out to be seen is not what was typed.
    if (name === visibleText(group.name)) return onEnd();
    const { isDone, nameError } = await rename(group, name);
    setError(nameError);
    if (isDone) onEnd();
  };
  return (
    <form
      class="stack rename-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEnd();
      }}
    >
      <TextField name="group-name" label={t('groupNewName')} value={name} onInput={setName} error={error} isFocused />
      <div class="actions">
        <button type="button" class="button" data-do="cancel-rename" onClick={onEnd}>
          {t('cancel')}
        </button>
        <button type="submit" class="button primary" data-do="save-group">
          {t('saveChanges')}
        </button>
      </div>
    </form>
  );
}
