/** The keys of the list of accounts, for the popup and for the settings. */
import { Fragment } from 'preact';
import { type TextKey, t } from './text';
import './key-list.css';

/** Keys that are pressed together; what there is only a sign for stands as it is. */
type Chord = readonly (TextKey | Sign)[];
type Sign = '↑' | '↓' | '/' | '?' | 'C' | 'F2';

const KEYS: readonly (readonly [does: TextKey, ...chords: Chord[]])[] = [
  ['keysEnter', ['keyEnter']],
  ['copyCode', ['keyControl', 'C']],
  ['keysCopyNext', ['keyShift', 'keyEnter']],
  ['keysMoveOn', ['↑'], ['↓']],
  ['keysEnds', ['keyHome'], ['keyEnd']],
  ['keysSearch', ['/']],
  ['keysEscape', ['keyEscape']],
  ['keysArrange', ['keyAlt', '↑'], ['keyAlt', '↓']],
  ['editAccount', ['F2']],
  ['keysTrash', ['keyDelete']],
  ['keysHelp', ['?']],
];

/** As they stand on the keyboards of a Mac. */
const ON_MAC: Partial<Record<TextKey, string>> = { keyControl: '⌘', keyAlt: '⌥', keyShift: '⇧' };

export function KeyList() {
  return (
    <dl class="key-list" data-show="keys">
      {KEYS.map(([does, ...chords]) => (
        <Fragment key={does}>
          <dt>
            {chords.map((chord) => (
              <span key={chord.join()} class="chord">
                {chord.map((key) => (
                  <kbd key={key}>{capOf(key)}</kbd>
                ))}
              </span>
            ))}
          </dt>
          <dd>{t(does)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function capOf(key: TextKey | Sign): string {
  if (isSign(key)) return key;
  return (/Mac/.test(navigator.platform) && ON_MAC[key]) || t(key);
}

function isSign(key: TextKey | Sign): key is Sign {
  return !key.startsWith('key');
}
