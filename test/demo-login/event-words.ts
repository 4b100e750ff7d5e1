/** What happened, as people read it: in their own Security tab, and in the admin's audit list. */
import type { EventKind } from './events';

const WORDS: Readonly<Record<EventKind, string>> = {
  'signed-in': 'Signed in with the password',
  'signed-in-with-code': 'Signed in with password and code',
  'signed-in-with-recovery-code': 'Signed in with a recovery code',
  'signed-out': 'Signed out',
  'password-refused': 'A wrong password was refused',
  'code-refused': 'A wrong code was refused',
  'codes-paused': 'Too many wrong codes: paused',
  'two-factor-on': 'Two factor turned on',
  'two-factor-off': 'Two factor turned off',
  'set-up-forced': 'Two factor was asked for at the sign-in',
  'recovery-codes-renewed': 'New recovery codes made',
  'reset-mail-sent': 'Reset instructions sent by mail',
  'reset-by-mail': 'Two factor reset with a code from a mail',
  'reset-by-admin': 'Two factor reset',
  'verification-mail-sent': 'Verification mail sent',
  'email-verified': 'Email address verified',
  'forced-staff-on': 'Two factor made mandatory for Staff',
  'forced-staff-off': 'Two factor no longer mandatory for Staff',
  'forced-client-on': 'Two factor made mandatory for Clients',
  'forced-client-off': 'Two factor no longer mandatory for Clients',
  'forced-contractor-on': 'Two factor made mandatory for Contractors',
  'forced-contractor-off': 'Two factor no longer mandatory for Contractors',
  'plug-in-on': 'Financial plug-in connected',
  'plug-in-off': 'Financial plug-in disconnected',
  'plug-in-staff-only-on': 'Financial plug-in narrowed to Staff',
  'plug-in-staff-only-off': 'Financial plug-in no longer narrowed to Staff',
};

/** A kind that a newer demo wrote is shown as it is. */
export function eventText(kind: string): string {
  return Object.hasOwn(WORDS, kind) ? WORDS[kind as EventKind] : kind;
}
