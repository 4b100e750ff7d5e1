/** How clearly a person sees a thing of a page: what fades it, and what it lets through. */
import { around, styleOf } from './page-elements';

export function isShown(element: Element): boolean {
  return element.checkVisibility() && styleOf(element).visibility === 'visible';
}

/** How much of a thing a filter lets a person see. */
function clarityThrough(filter: string): number {
  let clarity = 1;
  for (const [, name = '', amount = ''] of filter.matchAll(/([a-z-]+)\(([^()]*)/g)) {
    const value = Number.parseFloat(amount) / (amount.endsWith('%') ? 100 : 1);
    const isTooDark = /^(?:brightness|contrast)$/.test(name) && (value < 0.4 || value > 4);
    const isGrey = name === 'invert' && Math.abs(value - 0.5) < 0.25;
    if (name === 'url' || isTooDark || isGrey || (name === 'blur' && value > 2)) return 0;
    if (name === 'opacity') clarity *= value;
  }
  return clarity;
}

/** How much of it is left behind all that fades it. */
export function clarityOf(field: Element): number {
  let clarity = 1;
  for (const element of around(field)) {
    const style = styleOf(element);
    const masks = ['mask-image', '-webkit-mask-box-image-source'].map((name) => style.getPropertyValue(name));
    if (Element.prototype.hasAttribute.call(element, 'inert') || masks.some((mask) => !/^(?:none)?$/.test(mask)))
      return 0;
    clarity *= Number(style.opacity) * clarityThrough(style.filter);
  }
  return clarity;
}

function alphaOf(colour: string): number {
  if (colour === 'transparent') return 0;
  const [, alpha] =
    /^rgba\(.*,\s*([\d.]+)\)$|\/\s*([\d.]+)\)$/.exec(colour)?.filter((part) => part !== undefined) ?? [];
  return alpha === undefined ? 1 : Number(alpha);
}

export function isOpaque(style: CSSStyleDeclaration): boolean {
  const isPainted = style.backgroundImage !== 'none' || !/^(?:none)?$/.test(style.backdropFilter ?? '');
  const alpha = isPainted ? 1 : alphaOf(style.backgroundColor);
  return alpha * Number(style.opacity) * clarityThrough(style.filter) > 0.5;
}
