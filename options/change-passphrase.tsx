/** Another passphrase for the vault, and another key too where someone may know the old one. */
import { useEffect, useState } from 'preact/hooks';
import type { UnlockedHome } from '../src/app/home';
import { ChosenPassphrase } from '../src/ui/chosen-passphrase';
import { change, isAnythingAside } from '../src/ui/passphrase-tasks';
import { t } from '../src/ui/text';

interface Props {
  readonly now: UnlockedHome;
  readonly onEnd: () => void;
}

export function ChangePassphrase({ now, onEnd }: Props) {
  const [isOldOneKnown, setOldOneKnown] = useState(false);
  return (
    <ChosenPassphrase
      now={now}
      label={t('newPassphraseLabel')}
      action={t('changePassphraseTitle')}
      onChoose={(passphrase) => change(passphrase, isOldOneKnown)}
      onDone={onEnd}
      onBack={onEnd}
    >
      <OldOneKnown isKnown={isOldOneKnown} onChange={setOldOneKnown} />
    </ChosenPassphrase>
  );
}

interface OldOneKnownProps {
  readonly isKnown: boolean;
  readonly onChange: (isKnown: boolean) => void;
}

function OldOneKnown({ isKnown, onChange }: OldOneKnownProps) {
  const [isSomeAside, setSomeAside] = useState(false);
  useEffect(() => void isAnythingAside().then(setSomeAside), []);
  return (
    <div class="stack">
      <label class="tick">
        <input
          type="checkbox"
          data-choice="old-one-known"
          checked={isKnown}
          aria-describedby="old-one-known-help"
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {t('oldOneKnown')}
      </label>
      <p class="help" id="old-one-known-help">
        {t('oldOneKnownHelp')} {isSomeAside && t('oldOneKnownAside')}
      </p>
    </div>
  );
}
