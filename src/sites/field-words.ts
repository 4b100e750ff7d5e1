/**
 * The words by which a field asks for a code, or for something else. All are held against words in small letters without
 * accents, joined by dashes, and match whole words only.
 */

function whole(words: readonly string[]): RegExp {
  return new RegExp(`(?:^|-)(?:${words.join('|')})(?:-|$)`);
}

const CODES = [
  '(?:otp|totp|hotp|otc|2-?fa|mfa|tfa)(?:-?(?:code|pin|token|input|field|value))?\\d*',
  '(?:two|2|multi)-?(?:factor|step)(?:-?auth)?(?:-?(?:code|token))?',
  '(?:one|single)-?(?:time|use)-?(?:code|passcode|password|pin|token)',
  '(?:auth|authentication|authenticator|verification|verify|security|login|sign-?in|approvals?)-?code',
  '(?:\\d+|six|eight)-?(?:digit|character)s?-(?:[a-z]+-)?code',
  '(?:digit|character|authenticator-app)-code',
  'code-(?:[a-z]+-){0,3}authenticat(?:or|ion)',
  'passcode',
  '(?:bestatigungs|sicherheits|einmal|authentifizierungs|verifizierungs|anmelde)-?code',
  'einmal-?(?:passwort|kennwort)',
  'code-(?:de-)?(?:verification|securite|d-authentification|a-usage-unique|a-\\d-chiffres)',
  'codigo-de-(?:verificacion|seguridad|autenticacion|acceso-unico|un-solo-uso|\\d-digitos|verificacao|seguranca)',
  'codice-di-(?:verifica|sicurezza|autenticazione)',
  '(?:verificatie|beveiligings)code',
];

const AUTHENTICATORS = [
  '[a-z]*authenticator(?:-[a-z]+)?|authentication-app[a-z]*|totp',
  'authentifizierungs-?app|authentifikator(?:-?app)?',
  'application-d-authentification',
  'aplicacion-de-autenticacion|autenticador',
];

const SECOND_STEPS = [
  ...AUTHENTICATORS,
  '(?:two|2|multi)-?(?:factor|step)(?:-?auth(?:entication)?)?',
  '2-?fa|mfa',
  'zwei-?faktor(?:-?authentifizierung)?|zweistufige',
  'a-deux-facteurs|double-authentification|en-deux-etapes',
  'dos-(?:factores|pasos)',
];

const OTHER_CODES = [
  '(?:promo|promotion|coupon|voucher|discount|gift|referral|invite|invitation|zip|postal|postcode|captcha|card|cvv|cvc|csc|cvn)(?:-?code)?\\d*',
  'gutschein(?:code|karte)?|rabatt(?:code)?|postleitzahl|plz|karten?(?:prufnummer|nummer)?',
  'code-promo|promotionnel|reduction|code-postal|carte(?:-bancaire)?',
  'cupon|descuento|tarjeta|codigo-postal',
];

const OTHER_SUBJECTS = [
  'recovery|backup|phone-number|mobile-number|e?-?mail|user-?name|name|amount|search|country',
  'rettungscode|wiederherstellung[a-z]*|telefonnummer|benutzername|suche|betrag',
  'recuperation|secours|recuperacion|respaldo|correo',
];

const SPARE_CODES =
  /^(?:(?:your|a|the|an|one-of|enter|one-time|single-use|two-factor|2fa|mfa|\d+-(?:digit|character))-)*(?:recovery|backup)-(?:code|key|password)/;

const OTHER_WAYS = ['sms|text-message|texted|e-?mail(?:ed)?|whatsapp|voice-call'];

const SENT = [
  '(?:we|we-ve|we-have|have|has-been|been|was|just)-(?:just-)?(?:sent|e?-?mailed|texted)',
  '(?:sent|e?-?mailed|texted)-(?:to|you|a|via|by)',
  'check-your-(?:e?-?mail|inbox|messages)',
  '(?:sms|e?-?mail)-(?:gesendet|geschickt|gesandt|zugesandt)',
  '(?:avons|avez)-envoye|envoye-(?:a|par)|hemos-enviado|enviamos|enviado-(?:a|por)',
];

const BOXES = ['(?:digit|character|ziffer|chiffre|digito)-\\d+', '(?:code|otp|pin)-?\\d+'];

export const fieldWords = {
  /** It asks for a code of ours. A bare "code" is never enough. */
  codes: whole(CODES),
  /** It names the app that makes them. */
  authenticators: whole(AUTHENTICATORS),
  /** It speaks of a second step, or of the app. */
  secondSteps: whole(SECOND_STEPS),
  /** It asks for a code of another kind. */
  otherCodes: whole(OTHER_CODES),
  /** It is about something else, unless its own name says code. */
  otherSubjects: whole(OTHER_SUBJECTS),
  /** Its label begins with a code for the day the app is lost. */
  spareCodes: SPARE_CODES,
  /** The way a code came that is not ours. */
  otherWays: whole(OTHER_WAYS),
  /** Sentences beside the field that say so. */
  sent: whole(SENT),
  /** A box of a row says which place it is. */
  boxes: whole(BOXES),
} as const;
