/** An account that is one thing here and another in a backup. Which fields differ is said, and of a secret nothing more. */
import { useId } from 'preact/hooks';
import type { BackupChange } from '../src/app/backup';
import { accountName } from '../src/ui/account-name';
import { listText } from '../src/ui/amounts';
import { type TextKey, t } from '../src/ui/text';
import { AccountNames } from './account-names';
import { RadioGroup } from './radio-group';

/** Where the other one comes from. */
export type Source = 'backup' | 'earlier-state' | 'set-aside';

const FIELDS: Readonly<Record<string, TextKey>> = {
  type: 'typeLabel',
  issuer: 'issuerLabel',
  label: 'labelLabel',
  secret: 'secretLabel',
  algorithm: 'algorithmLabel',
  digits: 'digitsLabel',
  periodSeconds: 'periodLabel',
  counter: 'counterLabel',
  notes: 'notesLabel',
  icon: 'imageLabel',
};
const NOT_COMPARED = ['id', 'addedMs', 'sites', 'unverified', 'pinned', 'groupId'];

interface Props {
  readonly change: BackupChange;
  readonly source: Source;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

export function ChangedAccount({ change: { account, current = account }, source, isChosen, onChoose }: Props) {
  const name = useId();
  const isRenamed = accountName(account) !== accountName(current);
  const named = (key: TextKey, of: typeof account) => (isRenamed ? t('choiceNamed', t(key), accountName(of)) : t(key));
  return (
    <>
      <AccountNames account={current} />
      <div class="account-edit">
        <RadioGroup
          name={name}
          label={t('differsIn', listText(differences(current, account)))}
          value={isChosen ? 'theirs' : 'mine'}
          options={[
            ['mine', named('keepMine', current)],
            ['theirs', named(source === 'backup' ? 'takeTheirs' : 'takeEarlier', account)],
          ]}
          onChange={(choice) => onChoose(choice === 'theirs')}
        />
      </div>
    </>
  );
}

/** The names of the fields, each once. */
function differences(ours: object, theirs: object): readonly string[] {
  const [here, there] = [ours, theirs].map((one) => new Map(Object.entries(one)));
  const fields = new Set(
    [...(here?.keys() ?? []), ...(there?.keys() ?? [])].filter((key) => !NOT_COMPARED.includes(key)),
  );
  const differing = [...fields].filter((key) => JSON.stringify(here?.get(key)) !== JSON.stringify(there?.get(key)));
  return [...new Set(differing.map((key) => t(FIELDS[key] ?? 'otherDetails')))];
}
