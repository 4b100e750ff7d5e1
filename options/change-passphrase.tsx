/** Another passphrase for the vault, and another key too where someone may know the old one. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { isConfirmed } from '../src/app/confirm';
import type { UnlockedHome } from '../src/app/home';
import { changePassphrase } from '../src/app/passphrase';
import { listSetAside } from '../src/app/recovery';
import { AskAgain } from '../src/ui/ask-again';
import { NewPassphraseForm } from '../src/ui/new-passphrase-form';
import { say, sayFailure, whileBusy } from '../src/ui/page-state';
import { t } from '../src/ui/text';

interface Props {
  readonly now: UnlockedHome;
  readonly onEnd: () => void;
}

export function ChangePassphrase({ now, onEnd }: Props) {
  const [isAsked, setAsked] = useState(() => !isConfirmed(now, Date.now()));
  const [isOldOneKnown, setOldOneKnown] = useState(false);
  /** Chosen, and still to be set: typing it may have taken longer than a confirmation lasts. */
  const chosen = useRef<string | undefined>(undefined);
  const change = async (passphrase: string) => {
    chosen.current = passphrase;
    const outcome = await set(passphrase, isOldOneKnown);
    if (outcome === 'not-confirmed') return setAsked(true);
    chosen.current = undefined;
    if (outcome === 'done') onEnd();
  };
  const confirmed = () => {
    setAsked(false);
    if (chosen.current !== undefined) void change(chosen.current);
  };
  if (isAsked) return <AskAgain protection={now.protection} onConfirmed={confirmed} onBack={onEnd} />;
  return (
    <NewPassphraseForm
      label={t('newPassphraseLabel')}
      action={t('changePassphraseTitle')}
      onChoose={(passphrase) => void change(passphrase)}
      onBack={onEnd}
    >
      <OldOneKnown isKnown={isOldOneKnown} onChange={setOldOneKnown} />
    </NewPassphraseForm>
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

async function set(passphrase: string, isOldOneKnown: boolean): Promise<'done' | 'not-confirmed' | 'failed'> {
  let outcome: 'done' | 'not-confirmed' | 'failed' = 'failed';
  await whileBusy('change', async () => {
    const changed = await changePassphrase(passphrase, isOldOneKnown);
    if (changed.ok) {
      outcome = 'done';
      if (!isOldOneKnown) return say(t('passphraseChanged'));
      return say(t((await isAnythingAside()) ? 'passphraseRekeyedAside' : 'passphraseRekeyed'));
    }
    if (changed.error.kind === 'not-confirmed') outcome = 'not-confirmed';
    sayFailure(changed.error);
  });
  return outcome;
}

/** It was sealed before, and no new key reaches it. */
async function isAnythingAside(): Promise<boolean> {
  const found = await listSetAside();
  return found.ok && found.value.length > 0;
}
