// A text as the keys of a keyboard, all sent before the first is answered: Chromium keeps their order, and a wait for each
// would take longer than most of what a test does.
import type { CDPSession } from 'playwright-core';

const onKeyboard = /^[\n\x20-\x7e]*$/;

/** Whether there is a key for every character; others come from an input method. */
export function hasKeysFor(text: string): boolean {
  return onKeyboard.test(text);
}

/** Presses and releases a key for each character, for whatever has the focus. */
export async function pressKeysOf(session: CDPSession, text: string): Promise<void> {
  const sent = [...text].flatMap((character) => {
    const key = keyOf(character);
    return [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, text: '' }),
    ];
  });
  await Promise.all(sent);
}

function keyOf(character: string) {
  if (character === '\n') return { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
  const written = { key: character, text: character };
  if (character === ' ') return { ...written, code: 'Space', windowsVirtualKeyCode: 32 };
  if (/[0-9]/.test(character)) return { ...written, code: `Digit${character}`, ...virtualKey(character) };
  if (/[A-Za-z]/.test(character))
    return { ...written, code: `Key${character.toUpperCase()}`, ...virtualKey(character) };
  return written;
}

function virtualKey(character: string) {
  return { windowsVirtualKeyCode: character.toUpperCase().charCodeAt(0) };
}
