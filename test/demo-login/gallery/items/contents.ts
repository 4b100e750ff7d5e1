/** Codes drawn plainly whose contents are uncommon. */
import { svgCode } from '../drawing/code-svg';
import { symbol } from '../drawing/symbol';
import type { GalleryGroup, GalleryItem } from '../item';
import { enrols, type Sample, sample, sampleOf, sampleParts } from '../sample';

const plainly = ({ uri }: Sample): Pick<GalleryItem, 'by' | 'stage'> => ({
  by: 'either',
  stage: () => svgCode(symbol(uri)),
});

const counted = sampleOf({ ...sampleParts('Willow Water'), type: 'hotp', counter: 41 });
const steam = sampleOf({ ...sampleParts('Steam', 'mira_plays'), digits: 5, type: 'steam', periodSeconds: 30 });
const long = sampleOf({
  ...sampleParts('Amber Archive'),
  algorithm: 'SHA256',
  digits: 8,
  type: 'totp',
  periodSeconds: 60,
});
/** Nothing escaped but spaces, so that the ü stands there as one byte. */
const latin1 = sampleOf(sample('Candle Club', 'Zürich').account, (name) => name.replaceAll(' ', '%20'));
const emoji = sample('Coral Reef 🐠', 'שלום עולם 🌊 مرحبا');
const disguised = sample('Cotton Bank', 'mira\u202Emoc.knab\u2066@cotton');

const broken = { expects: { kind: 'broken' }, by: 'either' } as const;
const ILLEGAL_SECRET = 'otpauth://totp/Fennel%20Foods:mira?secret=JBSW1890EHPK8PXP&issuer=Fennel%20Foods';
const NO_SECRET = 'otpauth://totp/Ginger%20Garage:mira?issuer=Ginger%20Garage&digits=6';
const WEB_ADDRESS = 'https://workbench.example/get-the-app';
const PLAIN_TEXT = 'Meeting room 4, second floor. Please ring twice.';

export const contents: GalleryGroup = {
  title: 'Uncommon contents',
  items: [
    {
      id: 'hotp',
      title: 'Counter-based code',
      about: 'HOTP: a new code at each use, counted from 41.',
      ...enrols(counted, 'It says that its codes are counted.'),
      ...plainly(counted),
    },
    {
      id: 'steam',
      title: 'Steam',
      about: 'Codes of five letters and digits from an alphabet of their own.',
      ...enrols(steam, 'Its codes have five characters.'),
      ...plainly(steam),
    },
    {
      id: 'sha256-8-digits-60-s',
      title: 'SHA-256, 8 digits, 60 seconds',
      about: 'All three parameters differ from what most sites use.',
      ...enrols(long, 'Its codes have 8 digits and last a minute.'),
      ...plainly(long),
    },
    {
      id: 'latin-1',
      title: 'A name in ISO 8859-1',
      about: 'The ü of the label is one byte, and nothing says which encoding that is.',
      ...enrols(latin1),
      by: 'either',
      stage: () => svgCode(symbol(latin1.uri, { isLatin1: true })),
    },
    {
      id: 'emoji-and-right-to-left',
      title: 'Emoji and right-to-left names',
      about: 'Hebrew, Arabic and two fish in the names.',
      ...enrols(emoji),
      ...plainly(emoji),
    },
    {
      id: 'bidi-controls',
      title: 'A name with direction controls',
      about: 'Unseen characters in the label turn the text around, to pass for another name.',
      ...enrols(disguised),
      outcome:
        'A preview of Cotton Bank whose label shows the unseen characters, as [U+202E] or alike: no text runs backwards.',
      ...plainly(disguised),
    },
    {
      id: 'illegal-secret',
      title: 'A broken secret',
      about: 'The secret has digits that base32 does not know.',
      ...broken,
      outcome: 'A refusal that says the key has characters that cannot be in one. Nothing is saved.',
      codes: [ILLEGAL_SECRET],
      stage: () => svgCode(symbol(ILLEGAL_SECRET)),
    },
    {
      id: 'no-secret',
      title: 'No secret',
      about: 'An enrolment code in which the secret was forgotten.',
      ...broken,
      outcome: 'A refusal that says the code holds no secret. Nothing is saved.',
      codes: [NO_SECRET],
      stage: () => svgCode(symbol(NO_SECRET)),
    },
    {
      id: 'web-address',
      title: 'Only a web address',
      about: 'The code beside it that leads to the app, scanned by mistake.',
      expects: { kind: 'other', shows: WEB_ADDRESS },
      by: 'either',
      outcome: `Its address as text, ${WEB_ADDRESS.replace('https://', '')}, and that it is no enrolment code. It is not opened.`,
      codes: [WEB_ADDRESS],
      stage: () => svgCode(symbol(WEB_ADDRESS)),
    },
    {
      id: 'plain-text',
      title: 'Plain text',
      about: 'A note on a door.',
      expects: { kind: 'other', shows: PLAIN_TEXT },
      by: 'either',
      outcome: 'The text itself, and that it is no enrolment code.',
      codes: [PLAIN_TEXT],
      stage: () => svgCode(symbol(PLAIN_TEXT)),
    },
  ],
};
