/** A counted account as a witness: each code it gives out is one commit, and no code may ever come twice. */
import { hotp } from '../demo-login/totp';
import type { View } from './rig/extension-browser';

/** Bytes of 0, 1, 2 and so on. */
const SECRET = Uint8Array.from({ length: 20 }, (_, place) => place);
const DIGITS = 8;
export const COUNTED = `otpauth://hotp/Counted:witness?secret=AAAQEAYEAUDAOCAJBIFQYDIOB4IBCEQT&issuer=Counted&counter=0&digits=${DIGITS}`;

/** The code at `counter`, by the demo site's own implementation. */
export function witnessCode(counter: number): string {
  return hotp(SECRET, counter, DIGITS);
}

/** Takes `times` codes one after the other, as a person would by clicking. Answers them in order. */
export async function takeCodes(view: View, times: number): Promise<readonly string[]> {
  return await view.evaluate<string[]>(`(async () => {
    const row = document.querySelector('.row');
    const shown = () => row.querySelector('[data-show=code]').textContent.replace(/\\s/g, '');
    const codes = [];
    for (let round = 0; round < ${times}; round += 1) {
      const before = shown();
      await new Promise((done) => {
        const observer = new MutationObserver(() => {
          if (shown() === before) return;
          observer.disconnect();
          done();
        });
        observer.observe(row, { childList: true, subtree: true, characterData: true });
        row.querySelector('[data-do=next-code]').click();
      });
      codes.push(shown());
    }
    return codes;
  })()`);
}
