/** What letters look like: any writing as the a-z and 0-9 it resembles, and those by the shapes people mistake for one. */
import table from 'unhomoglyph/data.json' with { type: 'json' };

/** What Unicode's table gives no plain letter for, though in a line of text it passes for one. */
const ALSO: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'аa бb вb ʙb гr дd еe зe ɜe иu ᴎn йu кk ĸk лn мm ʍm нh ʜh пn πn тt ᴛt ьb ƅb ъb чy цu шw щw эe яr ᴙr єe ꞓe ɛe χx ωw ꞷw ' +
    'κk ßb βb δd ẟd ∂d λa ξe φo ɸo ψw μu ŋn ɢg ʀr ʟl ɴn þp ðd ɔc ǝe ւl կl լl րn'
  )
    .split(' ')
    .map((pair) => [[...pair][0] ?? '', [...pair][1] ?? '']),
);

const TABLE: Readonly<Record<string, string | undefined>> = table;

/** In lower case, without marks on the letters; a letter that resembles none of a-z stays. */
export function plainOf(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text.toLowerCase();
  let folded = withoutMarks(text);
  // What a letter turns into may be one that turns into another.
  for (let step = 0; step < 3 && /[^\0-\x7f]/.test(folded); step += 1) {
    folded = withoutMarks([...folded].map(plainLetter).join(''));
  }
  return folded;
}

function plainLetter(letter: string): string {
  if (letter < '\x7f') return letter;
  return ALSO[letter] ?? TABLE[letter] ?? letter;
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{Mark}\p{Format}\p{Modifier_Symbol}]/gu, '')
    .toLowerCase();
}

const SHAPES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  i: 'l',
  j: 'l',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'b',
  '7': 't',
  '8': 'b',
  '9': 'g',
  q: 'g',
};

const PAIRS: Readonly<Record<string, string>> = { rn: 'm', nn: 'm', vv: 'w', uu: 'w', cl: 'd' };

/** Two texts of one shape are mistaken for each other at a glance. Of plain letters only. */
export function shapeOf(plainText: string): string {
  const signs = plainText.replace(/[0-9ijq]/g, (sign) => SHAPES[sign] ?? sign);
  return signs.replace(/rn|nn|vv|uu|cl/g, (pair) => PAIRS[pair] ?? pair);
}
