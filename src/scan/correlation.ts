import { DARK, type Ink } from './tones';

/**
 * Pearson's correlation between what a pattern expects (dark or light) and the brightness seen, collected sample by sample.
 * It knows no threshold, so pale, blurred and inverted codes are measured alike.
 */
export class Correlation {
  #count = 0;
  #expected = 0;
  #seen = 0;
  #seenSquared = 0;
  #product = 0;

  add(isDark: boolean, grey: number): void {
    const expected = isDark ? -1 : 1;
    this.#count++;
    this.#expected += expected;
    this.#seen += grey;
    this.#seenSquared += grey * grey;
    this.#product += expected * grey;
  }

  /** -1 to 1, for the ink that counts as dark; 0 where the samples vary by less than about a grey level, which is noise. */
  valueFor(ink: Ink): number {
    const count = this.#count;
    const spreadSeen = this.#seenSquared - (this.#seen * this.#seen) / count;
    const spreadExpected = count - (this.#expected * this.#expected) / count;
    if (!(spreadSeen > count && spreadExpected > 0)) return 0;
    const value = (this.#product - (this.#expected * this.#seen) / count) / Math.sqrt(spreadSeen * spreadExpected);
    return ink === DARK ? value : -value;
  }
}
