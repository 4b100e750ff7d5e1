/** What the pages of mail say when something is refused, or was asked for. */
const MINUTE_MS = 60_000;

export const mailWords = {
  /** The same for every address, verified or not. */
  resetAsked:
    'If your address is verified, a mail with a reset code is on its way to it. The code works once, for 15 minutes.',
  resetCannotSend:
    'Mail cannot be sent at the moment, and nothing was changed. Please try again in a few minutes, or ask your admin to reset two factor for you.',
  wrongResetCode:
    'That reset code does not match, was used, or is too old. Please check it against the newest mail, or ask for another one.',
  wrongVerificationCode:
    'That verification code does not match, was used, or is too old. Please check it against the newest mail, or ask your admin for another one.',
  verificationCannotSend: 'Mail cannot be sent at the moment. Please try again in a few minutes.',
} as const;

export function verifiedAlreadyText(email: string): string {
  return `${email} is verified already, so there is nothing to send.`;
}

export function mailPausedText(email: string, untilMs: number, nowMs: number): string {
  const minutes = Math.max(1, Math.ceil((untilMs - nowMs) / MINUTE_MS));
  const wait = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return `Three mails went to ${email} just now. Please let them look for those, and wait ${wait} before the next.`;
}
