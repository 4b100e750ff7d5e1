/**
 * Runs inside a page, carried there as text: it may name nothing outside its own body. It draws the pictures that a code
 * could be in where no one sees it and answers them; the page gets no node and no request. What it may not read - pictures
 * of other sites, videos, frames it does not reach - it answers as places, for the screenshot.
 */
import type { Result } from '../result';

export type PagePicture =
  /** `png` is base64. */
  | { readonly png: string; readonly isSquare: boolean }
  /** To be drawn outside the page, whose policy may forbid it, on `ground`, a CSS colour. Size in pixels. */
  | {
      readonly svg: string;
      readonly width: number;
      readonly height: number;
      readonly ground: string;
      readonly isSquare: boolean;
    };

export interface UnreadPlace {
  /** Which element it is of all those in the frame's document and its open shadow roots. */
  readonly place: number;
  readonly what: 'picture' | 'video' | 'frame';
  /** CSS pixels of the frame's view, as it stands. */
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** The whole of it: a screenshot has it already. */
  readonly isInView: boolean;
}

export interface PagePictures {
  /** Those that look most like a code first. */
  readonly pictures: readonly PagePicture[];
  readonly unread: readonly UnreadPlace[];
}

export async function findPictures(): Promise<Result<PagePictures, { kind: 'page-unreadable' }>> {
  type Drawn = HTMLImageElement | HTMLCanvasElement;
  interface Candidate {
    readonly element: Element;
    readonly place: number;
    readonly box: DOMRect;
    /** Addresses of its background pictures; none for an element that is itself a picture. */
    readonly backgrounds: readonly string[];
  }

  const LEAST_SIDE_PX = 40;
  const MOST_ELEMENTS = 30_000;
  const MOST_PICTURES = 40;
  const MOST_UNREAD = 20;
  const MOST_PIXELS = 12_000_000;
  const MOST_SVG_NODES = 8000;
  /** Each picture is drawn within these: small ones are made larger by whole numbers, large ones smaller. */
  const LEAST_DRAWN = 320;
  const MOST_DRAWN = 1600;

  function elementsUnder(root: Document | ShadowRoot, elements: Element[] = []): Element[] {
    for (const element of root.querySelectorAll('*')) {
      if (elements.length >= MOST_ELEMENTS) break;
      elements.push(element);
      if (element.shadowRoot !== null) elementsUnder(element.shadowRoot, elements);
    }
    return elements;
  }

  function backgroundsOf(element: Element): string[] {
    const layers = getComputedStyle(element).backgroundImage;
    return layers === 'none' ? [] : [...layers.matchAll(/url\("((?:[^"\\]|\\.)*)"\)/g)].map(([, url = '']) => url);
  }

  function candidatesAmong(elements: readonly Element[]): Candidate[] {
    return elements.flatMap((element, place) => {
      const box = element.getBoundingClientRect();
      // Before it is loaded a picture may have no size.
      const isToCome = element instanceof HTMLImageElement && !element.complete;
      if (!isToCome && (box.width < LEAST_SIDE_PX || box.height < LEAST_SIDE_PX)) return [];
      const isPicture =
        element.matches('img, canvas, video, iframe, frame, object, embed, input[type=image]') ||
        (element instanceof SVGSVGElement && element.ownerSVGElement === null);
      const backgrounds = isPicture || element instanceof SVGElement ? [] : backgroundsOf(element);
      if (!isPicture && backgrounds.length === 0) return [];
      const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      return isShown ? [{ element, place, box, backgrounds }] : [];
    });
  }

  function isSquare({ width, height }: { width: number; height: number }): boolean {
    return Math.min(width, height) >= Math.max(1, 0.75 * Math.max(width, height));
  }

  function likeness({ box }: Candidate): number {
    const isNear = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const size = Math.min(1, (box.width * box.height) / 250_000);
    return (isSquare(box) ? 4 : 0) + (isNear ? 2 : 0) + size;
  }

  /** What stands behind an element: a code without an edge of its own is read against that. */
  function groundOf(start: Element): string {
    for (let element: Element | null = start; element !== null; ) {
      const colour = getComputedStyle(element).backgroundColor;
      if (!/^rgba\(.*, 0\)$|^transparent$/.test(colour)) return colour;
      const root: Node = element.getRootNode();
      element = element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    }
    return 'white';
  }

  function scaleFor(width: number, height: number): number {
    if (Math.max(width, height) > MOST_DRAWN) return MOST_DRAWN / Math.max(width, height);
    const up = Math.ceil(LEAST_DRAWN / Math.min(width, height));
    return Math.max(1, Math.min(up, Math.floor(MOST_DRAWN / Math.max(width, height))));
  }

  let pixels = 0;

  /** The picture on its ground with a margin, or nothing where the browser keeps it from scripts of this page. */
  function pngOf(drawn: Drawn, ground: string): PagePicture | undefined {
    const [width, height] =
      drawn instanceof HTMLImageElement ? [drawn.naturalWidth, drawn.naturalHeight] : [drawn.width, drawn.height];
    if (width === 0 || height === 0) return undefined;
    const scale = scaleFor(width, height);
    const [wide, high] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
    pixels += wide * high;
    if (pixels > MOST_PIXELS) return undefined;
    const margin = Math.ceil(Math.min(wide, high) / 8);
    const canvas = document.createElement('canvas');
    canvas.width = wide + 2 * margin;
    canvas.height = high + 2 * margin;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) return undefined;
    context.fillStyle = ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingEnabled = scale < 1;
    context.drawImage(drawn, margin, margin, wide, high);
    return { png: canvas.toDataURL('image/png').replace(/^[^,]*,/, ''), isSquare: isSquare({ width, height }) };
  }

  /** With the colours that the page's styles give it, which do not travel. */
  function svgOf(svg: SVGSVGElement, box: DOMRect): PagePicture | undefined {
    const inside = [...svg.querySelectorAll('*')];
    if (inside.length > MOST_SVG_NODES) return undefined;
    const copy = svg.cloneNode(true) as SVGSVGElement;
    const copies = [copy, ...copy.querySelectorAll('*')];
    for (const [place, element] of [svg, ...inside].entries()) {
      const style = getComputedStyle(element);
      for (const name of ['fill', 'stroke', 'stroke-width', 'display', 'visibility', 'opacity'])
        copies[place]?.setAttribute(name, style.getPropertyValue(name));
    }
    for (const element of copies) if (element.matches('script, foreignObject')) element.remove();
    if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`);
    const scale = scaleFor(box.width, box.height);
    const [width, height] = [Math.round(box.width * scale), Math.round(box.height * scale)];
    copy.setAttribute('width', `${width}`);
    copy.setAttribute('height', `${height}`);
    const source = new XMLSerializer().serializeToString(copy);
    return { svg: source, width, height, ground: groundOf(svg), isSquare: isSquare(box) };
  }

  /** Only addresses that hold the picture themselves: any other could be a request, and a new code with it. */
  async function backgroundPicture(address: string): Promise<HTMLImageElement | undefined> {
    if (!/^(?:data|blob):/i.test(address)) return undefined;
    const image = new Image();
    const loaded = new Promise<boolean>((resolve) => {
      image.onload = () => resolve(true);
      image.onerror = () => resolve(false);
    });
    image.src = address;
    return (await loaded) ? image : undefined;
  }

  async function picturesOf({ element, box, backgrounds }: Candidate): Promise<(PagePicture | undefined)[]> {
    try {
      if (element instanceof HTMLImageElement)
        return [element.complete ? pngOf(element, groundOf(element)) : undefined];
      if (element instanceof HTMLCanvasElement) return [pngOf(element, groundOf(element))];
      if (element instanceof SVGSVGElement) return [svgOf(element, box)];
      if (backgrounds.length === 0) return [undefined];
      const images = await Promise.all(backgrounds.map(backgroundPicture));
      return images.map((image) => (image === undefined ? undefined : pngOf(image, groundOf(element))));
    } catch {
      return [undefined];
    }
  }

  function isReachedFrame(element: Element): boolean {
    return element instanceof HTMLIFrameElement && element.contentDocument !== null;
  }

  function unreadPlace({ element, place, box }: Candidate): UnreadPlace {
    const { left, top, width, height, right, bottom } = box;
    const isInView = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    const what = element.matches('video')
      ? 'video'
      : element.matches('iframe, frame, object, embed')
        ? 'frame'
        : 'picture';
    return { place, what, box: { left, top, width, height }, isInView };
  }

  try {
    const pictures: PagePicture[] = [];
    const unread: UnreadPlace[] = [];
    const candidates = candidatesAmong(elementsUnder(document)).sort((a, b) => likeness(b) - likeness(a));
    for (const candidate of candidates.slice(0, 4 * MOST_PICTURES)) {
      if (isReachedFrame(candidate.element)) continue;
      const found = pictures.length < MOST_PICTURES ? await picturesOf(candidate) : [undefined];
      for (const picture of found) if (picture !== undefined) pictures.push(picture);
      // A wide background is the page's ornament.
      const isOrnament = candidate.backgrounds.length > 0 && !isSquare(candidate.box);
      if (found.includes(undefined) && !isOrnament) unread.push(unreadPlace(candidate));
    }
    return { ok: true, value: { pictures, unread: unread.slice(0, MOST_UNREAD) } };
  } catch {
    return { ok: false, error: { kind: 'page-unreadable' } };
  }
}
