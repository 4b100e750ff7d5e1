/** An account of a backup that comes back where it is ticked. */
import type { BackupChange } from '../src/app/backup';
import { AccountNames } from './account-names';

interface Props {
  readonly change: BackupChange;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

export function TickedAccount({ change: { account }, isChosen, onChoose }: Props) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        data-choice="restore"
        checked={isChosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <AccountNames account={account} />
    </label>
  );
}
