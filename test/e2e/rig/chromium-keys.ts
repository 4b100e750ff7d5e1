// Keys of a keyboard, all sent before the first is answered: Chromium keeps their order, and a wait for each would take
// longer than most of what a test does.
import type { CDPSession } from 'playwright-core';

interface Key {
  readonly key: string;
  readonly code?: string;
  readonly windowsVirtualKeyCode?: number;
  readonly text?: string;
}

type Session = Pick<CDPSession, 'send'>;

const onKeyboard = /^[\n\x20-\x7e]*$/;

const modifierBits: Record<string, number> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

const modifierCodes: Record<string, number> = { Alt: 18, Control: 17, Meta: 91, Shift: 16 };

const namedKeys: Record<string, number> = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  Escape: 27,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Delete: 46,
  F2: 113,
};

/** With the character that Shift makes of the key. */
const symbolKeys: readonly (readonly [string, string, number])[] = [
  ['`~', 'Backquote', 192],
  ['-_', 'Minus', 189],
  ['=+', 'Equal', 187],
  ['[{', 'BracketLeft', 219],
  [']}', 'BracketRight', 221],
  ['\\|', 'Backslash', 220],
  [';:', 'Semicolon', 186],
  ['\'"', 'Quote', 222],
  [',<', 'Comma', 188],
  ['.>', 'Period', 190],
  ['/?', 'Slash', 191],
];

/** Types for whatever has the focus. What has no key comes as from an input method. */
export async function typeText(session: Session, text: string): Promise<void> {
  if (onKeyboard.test(text)) {
    await Promise.all([...text].flatMap((character) => pressed(session, keyOf(character), 0)));
    return;
  }
  for (const character of text) {
    if (onKeyboard.test(character)) await Promise.all(pressed(session, keyOf(character), 0));
    else await session.send('Input.insertText', { text: character });
  }
}

/** One key with its modifiers in front: `Enter`, `Shift+Enter`, `ControlOrMeta+c`. */
export async function pressKey(session: Session, combination: string): Promise<void> {
  const names = combination.split(/\+(?=.)/);
  const name = names.pop() ?? '';
  const modifiers = names.map((one) =>
    one === 'ControlOrMeta' ? (process.platform === 'darwin' ? 'Meta' : 'Control') : one,
  );
  const sent: Promise<unknown>[] = [];
  let held = 0;
  for (const modifier of modifiers) {
    held |= bitOf(modifier);
    sent.push(
      session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', modifiers: held, ...modifierKey(modifier) }),
    );
  }
  sent.push(...pressed(session, keyOf(name), held));
  for (const modifier of modifiers.reverse()) {
    held &= ~bitOf(modifier);
    sent.push(session.send('Input.dispatchKeyEvent', { type: 'keyUp', modifiers: held, ...modifierKey(modifier) }));
  }
  await Promise.all(sent);
}

function pressed(session: Session, { text = '', ...key }: Key, modifiers: number): Promise<unknown>[] {
  // With Control, Alt or Meta a key writes nothing.
  const written = (modifiers & ~bitOf('Shift')) === 0 ? text : '';
  const down = written === '' ? { type: 'rawKeyDown' as const } : { type: 'keyDown' as const, text: written };
  return [
    session.send('Input.dispatchKeyEvent', { ...down, modifiers, ...key }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', modifiers, ...key }),
  ];
}

function keyOf(name: string): Key {
  if (name === '\n' || name === 'Enter') return { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
  if (name === ' ' || name === 'Space') return { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' };
  if (/^[0-9]$/.test(name)) return { ...letterKey(name), code: `Digit${name}` };
  if (/^[A-Za-z]$/.test(name)) return { ...letterKey(name), code: `Key${name.toUpperCase()}` };
  const named = namedKeys[name];
  if (named !== undefined) return { key: name, code: name, windowsVirtualKeyCode: named };
  const [, code, windowsVirtualKeyCode] = symbolKeys.find(([both]) => both.includes(name)) ?? [];
  if (code !== undefined && windowsVirtualKeyCode !== undefined)
    return { key: name, code, windowsVirtualKeyCode, text: name };
  if (name.length === 1) return { key: name, text: name };
  throw new Error(`Nobody knows the key ${name}.`);
}

function letterKey(name: string): Key {
  return { key: name, text: name, windowsVirtualKeyCode: name.toUpperCase().charCodeAt(0) };
}

function bitOf(modifier: string): number {
  const bit = modifierBits[modifier];
  if (bit === undefined) throw new Error(`Nobody knows the modifier ${modifier}.`);
  return bit;
}

function modifierKey(modifier: string) {
  const windowsVirtualKeyCode = modifierCodes[modifier] ?? 0;
  return { key: modifier, code: `${modifier}Left`, windowsVirtualKeyCode, location: 1 };
}
