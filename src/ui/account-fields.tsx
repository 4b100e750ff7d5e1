/** The fields of an account: its names, its secret where it is a new one, and behind "Advanced" what codes are made from. */
import { useState } from 'preact/hooks';
import { OTP_ALGORITHMS } from '../otp/otp';
import type { TypedAccount, TypedError } from '../otp/typed-account';
import { typedErrorText } from './error-text';
import { SelectField } from './select-field';
import { t } from './text';
import { TextField } from './text-field';

interface Props {
  readonly typed: TypedAccount;
  readonly onInput: (typed: TypedAccount) => void;
  readonly error: TypedError | undefined;
  /** A new account has a secret to type and a type to choose; a saved one keeps both. */
  readonly isNew: boolean;
  readonly isFocused?: boolean;
}

const ADVANCED_KINDS = /^(algorithm|digits|period|counter)/;

export function AccountFields({ typed, onInput, error, isNew, isFocused = isNew }: Props) {
  const [isOpen, setOpen] = useState(false);
  const isAdvancedWrong = error !== undefined && ADVANCED_KINDS.test(error.kind);
  const errorOf = (field: string) => (error?.kind.startsWith(field) ? typedErrorText(error) : undefined);
  const set = (field: keyof TypedAccount) => (value: string) => onInput({ ...typed, [field]: value } as TypedAccount);
  return (
    <>
      <TextField
        name="issuer"
        label={t('issuerLabel')}
        value={typed.issuer}
        onInput={set('issuer')}
        error={errorOf('issuer')}
        isFocused={isFocused}
      />
      <TextField
        name="label"
        label={t('labelLabel')}
        value={typed.label}
        onInput={set('label')}
        error={errorOf('label')}
      />
      {isNew && (
        <TextField
          name="secret"
          label={t('secretLabel')}
          help={t('secretHelp')}
          value={typed.secret}
          onInput={set('secret')}
          error={errorOf('secret')}
        />
      )}
      {(isNew || typed.type !== 'steam') && (
        <details
          class="advanced"
          open={isOpen || isAdvancedWrong}
          onToggle={(event) => setOpen(event.currentTarget.open)}
        >
          <summary data-do="advanced">{t('advanced')}</summary>
          <p class="help">{t(isNew ? 'advancedNewHelp' : 'advancedEditHelp')}</p>
          <div class="pair">
            {isNew && (
              <SelectField
                name="type"
                label={t('typeLabel')}
                value={typed.type}
                options={[
                  ['totp', t('typeTotp')],
                  ['hotp', t('typeHotp')],
                  ['steam', 'Steam'],
                ]}
                onChange={set('type')}
              />
            )}
            {typed.type !== 'steam' && <Numbers typed={typed} set={set} errorOf={errorOf} />}
          </div>
        </details>
      )}
    </>
  );
}

interface NumbersProps {
  readonly typed: TypedAccount;
  readonly set: (field: keyof TypedAccount) => (value: string) => void;
  readonly errorOf: (field: string) => string | undefined;
}

function Numbers({ typed, set, errorOf }: NumbersProps) {
  const isCounted = typed.type === 'hotp';
  const moving = isCounted ? 'counter' : 'periodSeconds';
  return (
    <>
      <SelectField
        name="algorithm"
        label={t('algorithmLabel')}
        value={typed.algorithm}
        options={OTP_ALGORITHMS.map((name) => [name, name.replace('SHA', 'SHA-')] as const)}
        onChange={set('algorithm')}
      />
      <TextField
        name="digits"
        label={t('digitsLabel')}
        value={typed.digits}
        onInput={set('digits')}
        error={errorOf('digits')}
        isNumber
      />
      <TextField
        key={moving}
        name={moving}
        label={t(isCounted ? 'counterLabel' : 'periodLabel')}
        value={typed[moving]}
        onInput={set(moving)}
        error={errorOf(isCounted ? 'counter' : 'period')}
        isNumber
      />
    </>
  );
}
