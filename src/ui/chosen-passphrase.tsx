/** A passphrase chosen for the vault: "is it you?" stands before it, and once more where choosing took too long. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { isConfirmed } from '../app/confirm';
import type { UnlockedHome } from '../app/home';
import { AskAgain } from './ask-again';
import { NewPassphraseForm } from './new-passphrase-form';
import type { SetOutcome } from './passphrase-tasks';

interface Props {
  readonly now: UnlockedHome;
  readonly action: string;
  readonly onChoose: (passphrase: string) => Promise<SetOutcome>;
  readonly onDone: () => void;
  readonly onBack: () => void;
  readonly label?: string;
  /** What can't be taken back, said with the question. */
  readonly atStake?: string;
  /** What else is chosen with it. */
  readonly children?: ComponentChildren;
}

export function ChosenPassphrase({ now, onChoose, onDone, onBack, atStake, ...form }: Props) {
  const [isAsked, setAsked] = useState(() => !isConfirmed(now, Date.now()));
  /** Chosen, and still to be set: typing it may have taken longer than a confirmation lasts. */
  const chosen = useRef<string | undefined>(undefined);
  const choose = async (passphrase: string) => {
    chosen.current = passphrase;
    const outcome = await onChoose(passphrase);
    if (outcome === 'not-confirmed') return setAsked(true);
    chosen.current = undefined;
    if (outcome === 'done') onDone();
  };
  const confirmed = () => {
    setAsked(false);
    if (chosen.current !== undefined) void choose(chosen.current);
  };
  if (isAsked)
    return (
      <AskAgain
        protection={now.protection}
        onConfirmed={confirmed}
        onBack={onBack}
        {...(atStake === undefined ? {} : { atStake })}
      />
    );
  return <NewPassphraseForm {...form} onChoose={(passphrase) => void choose(passphrase)} onBack={onBack} />;
}
