/** The words by which a field asks for a code, or for something else. */
import { describe, expect, it } from 'vitest';
import { fieldWords } from '../../src/sites/field-words';

describe.each([
  [
    'codes',
    [
      ...['otp', 'totp-pin', 'app-otp', 'mfa-code', 'otc', 'otp-0', 'user-otp-attempt', 'approvals-code', '2fa'],
      ...['6-digit-code', 'six-digit-verification-code', 'code-from-your-authenticator-app', 'one-time-password'],
      ...['bestatigungscode', 'code-de-verification', 'codigo-de-verificacion', 'zwei-faktor-otp', 'twofactor-token'],
    ],
    ['code', 'laptop-options', 'hotpot', 'pin', 'token', 'codec', 'promo-code', 'pass', 'digit'],
  ],
  ['authenticators', ['your-authenticator-app', 'google-authenticator'], ['your-app', 'two-factor-authentication']],
  ['secondSteps', ['two-factor-authentication', 'multi-factor', 'your-authenticator-app'], ['your-app', 'factor']],
  [
    'otherCodes',
    ['promo-code', 'zip', 'cvv2', 'gift-card', 'gutscheincode'],
    ['verification-code', 'discovery', 'zipper'],
  ],
  ['otherSubjects', ['recovery-code', 'email-otp', 'user-name'], ['renamed', 'researched']],
  ['spareCodes', ['recovery-code', 'enter-your-backup-code'], ['authentication-code-or-a-recovery-code', 'code']],
  ['otherWays', ['code-from-the-text-message', 'sms-otp', 'e-mailed-code'], ['authentication-code', 'plain-text']],
  [
    'sent',
    ['we-just-sent-you-a-code', 'a-code-has-been-sent-to-you', 'check-your-inbox', 'code-per-sms-gesendet'],
    ['get-a-code-by-sms', 'send'],
  ],
  ['boxes', ['digit-1', 'please-enter-digit-2', 'code-3'], ['digit', 'zip-3']],
] as const)('%s', (name, heard, notHeard) => {
  const word = fieldWords[name];
  it('are heard', () => expect(heard.filter((text) => !word.test(text))).toEqual([]));
  it('and no others', () => expect(notHeard.filter((text) => word.test(text))).toEqual([]));
});
