/** What is left of a vault that does not open: each place, and in what state. */
import type { Remains, Remnant } from '../src/app/recovery';
import { dateText } from '../src/ui/moments';
import { type TextKey, t } from '../src/ui/text';

const PLACES: Readonly<Record<string, TextKey>> = {
  va: 'placeFirst',
  vb: 'placeSecond',
  'mirror-1': 'placeMirror',
  'mirror-2': 'placeMirrorBefore',
};

const STATES: Readonly<Record<Remnant['state'], TextKey>> = {
  intact: 'stateIntact',
  damaged: 'stateDamaged',
  missing: 'stateMissing',
  newer: 'stateNewer',
  unreadable: 'stateUnreadable',
};

export function RemainsTable({ remains: { copies, snapshots } }: { readonly remains: Remains }) {
  const kept = snapshots.filter(({ state }) => state !== 'missing').sort((a, b) => (b.atMs ?? 0) - (a.atMs ?? 0));
  return (
    <section data-show="found">
      <h2>{t('recoveryFoundTitle')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('foundPlace')}</th>
            <th scope="col">{t('foundState')}</th>
            <th scope="col">{t('foundDate')}</th>
          </tr>
        </thead>
        <tbody>
          {[...copies, ...kept].map((remnant) => (
            <Row key={remnant.place} words={PLACES[remnant.place] ?? 'placeEarlier'} {...remnant} />
          ))}
          {kept.length === 0 && <Row words="placeEarlierNone" state="missing" atMs={undefined} />}
        </tbody>
      </table>
    </section>
  );
}

function Row({ words, state, atMs }: Omit<Remnant, 'place'> & { readonly words: TextKey }) {
  return (
    <tr data-state={state}>
      <th scope="row">{t(words)}</th>
      <td>{t(STATES[state])}</td>
      <td>{atMs === undefined ? '–' : dateText(atMs)}</td>
    </tr>
  );
}
