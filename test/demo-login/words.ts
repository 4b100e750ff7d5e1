/** The sentences people meet when something is refused. Calm, and never more than they need to know. */
const MINUTE_MS = 60_000;

export const words = {
  wrongPassword: 'That email and password do not match. Please check both and try again.',
  wrongCode: 'That code does not match. Please check it and try again.',
  wrongPasswordOrCode: 'That password and code do not match. Please check both and try again.',
  sessionEnded: 'That sign-in took a while and has ended. Please sign in again.',
  unknownClock: 'The clock cannot be set to that. Please choose one of the times below; nothing was changed.',
  unknownKey: 'There is no key of that kind here. Please choose from the kinds below; nothing was changed.',
  setUpExpired: 'That page was open for a while, so here is a new QR code. Please scan this one.',
  ownReset: 'Your own two factor is turned off in the Security tab of your profile, with your password and a code.',
  oddSettings:
    'Each of these can be ticked or not, and nothing else. Nothing was changed. Please choose again and save.',
} as const;

export function pausedText(untilMs: number, nowMs: number): string {
  const minutes = Math.max(1, Math.ceil((untilMs - nowMs) / MINUTE_MS));
  const wait = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return `That was too many tries in a row. To keep the account safe, please wait ${wait} and try again.`;
}

const dateAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

export function whenText(atMs: number): string {
  return dateAndTime.format(atMs);
}
