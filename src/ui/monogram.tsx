/** A service's first letter on a colour of its own, which depends on the name alone. */
const HUES = 12;

export function Monogram({ name }: { readonly name: string }) {
  return (
    <span class={`monogram hue-${hueOf(name)}`} aria-hidden="true">
      {firstLetter(name.trim()).toLocaleUpperCase()}
    </span>
  );
}

/** Nothing behind it can belong to such a letter. */
const PLAIN = /^[!-~](?![^ -~])/;
let segmenter: Intl.Segmenter | undefined;

function firstLetter(name: string): string {
  const [plain] = PLAIN.exec(name) ?? [];
  if (plain !== undefined) return plain;
  segmenter ??= new Intl.Segmenter();
  const [first] = segmenter.segment(name);
  return first?.segment ?? '?';
}

function hueOf(name: string): number {
  let sum = 0;
  for (const character of name.toLowerCase()) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % HUES;
}
