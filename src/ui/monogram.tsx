/** A service's first letter on a colour of its own, which depends on the name alone. */
const HUES = 12;

export function Monogram({ name }: { readonly name: string }) {
  const [letter = '?'] = new Intl.Segmenter().segment(name.trim().toLocaleUpperCase());
  return (
    <span class={`monogram hue-${hueOf(name)}`} aria-hidden="true">
      {typeof letter === 'string' ? letter : letter.segment}
    </span>
  );
}

function hueOf(name: string): number {
  let sum = 0;
  for (const character of name.toLowerCase()) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % HUES;
}
