/** The first accounts make the vault, from a full page: under a passphrase, or under none. */
import { useState } from 'preact/hooks';
import type { FirstAccounts } from '../src/app/save';
import { FirstPassphrase } from '../src/ui/first-passphrase';
import { KeepHere } from '../src/ui/keep-here';
import { saveFirst } from '../src/ui/pending-tasks';
import { t } from '../src/ui/text';

interface Props {
  readonly first: FirstAccounts;
  readonly onBack: () => void;
}

export function FirstVault({ first, onBack }: Props) {
  const [isHere, setHere] = useState(false);
  const save = (passphrase: string | undefined) => void saveFirst(first, passphrase, () => undefined);
  return (
    <section class="narrow" data-show={isHere ? 'keep-here' : 'first-passphrase'}>
      <h2>{t(isHere ? 'keepHereTitle' : 'choosePassphraseTitle')}</h2>
      {isHere ? (
        <KeepHere onKeep={() => save(undefined)} onBack={() => setHere(false)} />
      ) : (
        <FirstPassphrase onChoose={save} onBack={onBack} onKeepHere={() => setHere(true)} />
      )}
    </section>
  );
}
