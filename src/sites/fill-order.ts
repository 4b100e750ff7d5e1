/**
 * What goes along with a code into the page: how long a field may take to appear, and the words by which it asks for one.
 * The function that types can name nothing of this file, so they travel as the text of regular expressions. All are held
 * against words in small letters without accents, joined by dashes, and match whole words only.
 */
import type { FillOrder } from './fill-code';

/** Single-page sign-ins draw their second step when the first is answered. */
const PATIENCE_MS = 3000;

export interface FieldWords {
  /** It asks for a code of ours. A bare "code" is never enough. */
  readonly codes: string;
  /** It names the app that makes them. */
  readonly authenticators: string;
  /** It speaks of a second step, or of the app. */
  readonly secondSteps: string;
  /** It asks for a code of another kind. */
  readonly otherCodes: string;
  /** It is about something else, unless its own name says code. */
  readonly otherSubjects: string;
  /** Its label begins with a code for the day the app is lost. */
  readonly spareCodes: string;
  /** The way a code came that is not ours. */
  readonly otherWays: string;
  /** Sentences beside the field that say so. */
  readonly sent: string;
  /** A box of a row says which place it is. */
  readonly boxes: string;
}

function whole(words: readonly string[]): string {
  return `(?:^|-)(?:${words.join('|')})(?:-|$)`;
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
  '^(?:(?:your|a|the|an|one-of|enter|one-time|single-use|two-factor|2fa|mfa|\\d+-(?:digit|character))-)*(?:recovery|backup)-(?:code|key|password)';

const OTHER_WAYS = ['sms|text-message|texted|e-?mail(?:ed)?|whatsapp|voice-call'];

const SENT = [
  '(?:we|we-ve|we-have|have|has-been|been|was|just)-(?:just-)?(?:sent|e?-?mailed|texted)',
  '(?:sent|e?-?mailed|texted)-(?:to|you|a|via|by)',
  'check-your-(?:e?-?mail|inbox|messages)',
  '(?:sms|e?-?mail)-(?:gesendet|geschickt|gesandt|zugesandt)',
  '(?:avons|avez)-envoye|envoye-(?:a|par)|hemos-enviado|enviamos|enviado-(?:a|por)',
];

const BOXES = ['(?:digit|character|ziffer|chiffre|digito)-\\d+', '(?:code|otp|pin)-?\\d+'];

const WORDS: FieldWords = {
  codes: whole(CODES),
  authenticators: whole(AUTHENTICATORS),
  secondSteps: whole(SECOND_STEPS),
  otherCodes: whole(OTHER_CODES),
  otherSubjects: whole(OTHER_SUBJECTS),
  spareCodes: SPARE_CODES,
  otherWays: whole(OTHER_WAYS),
  sent: whole(SENT),
  boxes: whole(BOXES),
};

/** The order with all that every order has. */
export function fillOrder(order: Omit<FillOrder, 'patienceMs' | 'words'>, patienceMs = PATIENCE_MS): FillOrder {
  return { ...order, patienceMs, words: WORDS };
}
