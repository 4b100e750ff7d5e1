/** What another authenticator shows when it exports: batches of accounts, one code or several. */
import { svgCode } from '../drawing/code-svg';
import { symbol } from '../drawing/symbol';
import type { GalleryAccount, GalleryGroup, GalleryItem } from '../item';
import { migrationUri } from '../migration';
import { sampleAccount, sampleParts } from '../sample';

/** Google Authenticator's ids are any int32; most of them show a minus. */
const THREE_PARTS_ID = -1_894_735_120;

const single: readonly GalleryAccount[] = [
  sampleAccount('Acorn Savings'),
  { ...sampleParts('Aspen Courier'), type: 'hotp', counter: 7 },
  { ...sampleParts('Azalea Cloud'), algorithm: 'SHA256', digits: 8, type: 'totp', periodSeconds: 30 },
];

const parts = [
  ['Beech Bikes', 'Bramble Books', 'Briar Bank', 'Burdock Bus'],
  ['Cactus Cinema', 'Camellia Care', 'Cypress Chat', 'Chestnut Cars'],
  ['Dahlia Design', 'Daisy Dental'],
].map((issuers) => issuers.map((issuer) => sampleAccount(issuer)));

const dense = [
  ['Elder Estates', 'Elm Electric', 'Fig Florist', 'Fir Fitness', 'Gorse Gallery'],
  ['Heather Hotel', 'Holly Hosting', 'Ivy Insurance', 'Jasmine Jobs', 'Laurel Library'],
]
  .flat()
  .map((issuer) => sampleAccount(issuer));

function batch(item: {
  id: string;
  title: string;
  about: string;
  accounts: readonly GalleryAccount[];
  outcome: string;
  part?: number;
  of?: number;
  batchId: number;
}): GalleryItem {
  const { accounts, part = 1, of = 1, batchId, ...told } = item;
  const uri = migrationUri({ accounts, size: of, index: part - 1, id: batchId });
  return {
    ...told,
    expects: { kind: 'migration', part, of, accounts },
    by: 'either',
    codes: [uri],
    // Exporters need the room more than the mending: the lowest correction makes the fewest modules.
    stage: () => svgCode(symbol(uri, { correction: 'low' })),
  };
}

const ORDER = ['first', 'second', 'third'];

export const exports: GalleryGroup = {
  title: 'Exports of another app',
  items: [
    batch({
      id: 'export-of-three',
      title: 'Three accounts in one code',
      about: 'An ordinary account, a counter-based one, and one with SHA-256 and 8 digits.',
      accounts: single,
      batchId: 1_207_338_451,
      outcome:
        'An export of three accounts, complete: Acorn Savings, Aspen Courier (counted, at 7), Azalea Cloud (8 digits).',
    }),
    ...parts.map((accounts, index) =>
      batch({
        id: `export-part-${index + 1}`,
        title: `Part ${index + 1} of an export in three`,
        about: `The ${ORDER[index]} of three codes, each on a page of its own. Ten accounts in all.`,
        accounts,
        part: index + 1,
        of: parts.length,
        batchId: THREE_PARTS_ID,
        outcome: `Part ${index + 1} of 3 with ${accounts.map(({ issuer }) => issuer).join(', ')}. It asks for the other parts, in any order, and counts none twice.`,
      }),
    ),
    batch({
      id: 'export-of-ten',
      title: 'Ten accounts in one dense code',
      about: 'As much as one code of such an export holds: over a hundred modules wide.',
      accounts: dense,
      batchId: -77_310_942,
      outcome: `An export of ten accounts, complete: from ${dense.at(0)?.issuer} to ${dense.at(-1)?.issuer}.`,
    }),
  ],
};
