/** What protects the accounts, and when Halfminute locks. */
import { useSignal } from '@preact/signals';
import type { UnlockedHome } from '../src/app/home';
import { chooseLockAfter, LOCK_CHOICES, type LockAfter } from '../src/app/settings';
import { ChosenPassphrase } from '../src/ui/chosen-passphrase';
import { Notice } from '../src/ui/notice';
import { notice, say, sayFailure, whileBusy } from '../src/ui/page-state';
import { protect } from '../src/ui/passphrase-tasks';
import { type TextKey, t } from '../src/ui/text';
import { ChangePassphrase } from './change-passphrase';
import { RadioGroup } from './radio-group';
import { Unlocked } from './unlocked';
import { Way } from './way';

const WORDS: Readonly<Record<LockAfter, TextKey>> = {
  '5-minutes-unused': 'lockAfterUse',
  '15-minutes': 'lockAfter15Minutes',
  '1-hour': 'lockAfter1Hour',
  '8-hours': 'lockAfter8Hours',
  restart: 'lockAfterRestart',
};

export function LockingSection() {
  return (
    <Unlocked>{(now) => (now.protection === 'device' ? <DeviceOnly now={now} /> : <LockTimes now={now} />)}</Unlocked>
  );
}

function LockTimes({ now }: { readonly now: UnlockedHome }) {
  const opened = useSignal<string | undefined>(undefined);
  return (
    <>
      <div class="said" aria-live="polite">
        {opened.value === undefined && <Notice notice={notice.value} />}
      </div>
      <p>{t('lockingText')}</p>
      <RadioGroup
        name="lock-after"
        label={t('lockAfterLabel')}
        value={now.lockAfter}
        options={LOCK_CHOICES.map((choice) => [choice, t(WORDS[choice])] as const)}
        isDisabled={now.isReadOnly}
        onChange={(choice) => void setLockAfter(choice)}
      />
      <p class="soft">{t('lockingAlways')}</p>
      {!now.isReadOnly && (
        <Way
          name="change-passphrase"
          title={t('changePassphraseTitle')}
          text={t('changePassphraseText')}
          action={t('changePassphraseTitle')}
          opened={opened}
        >
          <ChangePassphrase now={now} onEnd={() => (opened.value = undefined)} />
        </Way>
      )}
    </>
  );
}

async function setLockAfter(lockAfter: LockAfter): Promise<void> {
  await whileBusy('change', async () => {
    const chosen = await chooseLockAfter(lockAfter);
    if (chosen.ok) say(t('settingSaved'));
    else await sayFailure(chosen.error);
  });
}

function DeviceOnly({ now }: { readonly now: UnlockedHome }) {
  const opened = useSignal<string | undefined>(undefined);
  const end = () => {
    opened.value = undefined;
  };
  return (
    <div class="narrow" data-show="device-only">
      <div class="said" aria-live="polite">
        {opened.value === undefined && <Notice notice={notice.value} />}
      </div>
      <h2>{t('keepHereTitle')}</h2>
      <p>{t('deviceOnlyText')}</p>
      {now.isReadOnly ? (
        <Notice notice={{ tone: 'bad', text: t('readOnlyNotice') }} />
      ) : (
        <Way
          name="protect"
          title={t('protectTitle')}
          text={t('protectText')}
          action={t('protectTitle')}
          opened={opened}
          isPrimary
        >
          <ChosenPassphrase
            now={now}
            action={t('protect')}
            atStake={t('protectAtStake')}
            onChoose={protect}
            onDone={end}
            onBack={end}
          />
        </Way>
      )}
      <p class="soft small">{t('protectOldBytes')}</p>
    </div>
  );
}
