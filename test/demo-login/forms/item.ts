/** What an entry of the form gallery says of itself. Tests walk the list by these types. */
import type { View } from '../views/layout';

/** `field` is an id, in whatever frame or shadow root it stands. `part`: the code, the code as 123-456, or one character of it. */
export interface Typed {
  readonly field: string;
  readonly part: 'all' | 'grouped' | number;
}

export type Expected =
  /** `submits`: how often the page itself then sends its form off. Every other field stays as it was. */
  | { readonly kind: 'filled'; readonly into: readonly Typed[]; readonly submits?: number }
  /** Nothing is typed anywhere. */
  | { readonly kind: 'no-field' | 'several-fields' | 'occupied' | 'wrong-page' | 'other-site' };

/** What a page knows of where it stands. */
export interface Place {
  /** This same server under its other name, which to a browser is another site. */
  readonly otherOrigin: string;
}

export interface FormItem {
  readonly id: string;
  readonly title: string;
  /** What stands there, in a sentence. */
  readonly about: string;
  readonly expects: Expected;
  /** What `expects` means, for a person who compares. The account is bound to the gallery at 127.0.0.1 and has six digits. */
  readonly outcome: string;
  readonly stage: (place: Place) => View;
  /** The document that the frame on this page holds: /gallery/forms/ID/inside. */
  readonly inside?: () => View;
  readonly ground?: 'tall';
  /** The name to open it under, where it is not 127.0.0.1. */
  readonly at?: 'localhost' | 'workbench.localhost';
  /** Served as a page without an origin of its own. */
  readonly isSandboxed?: true;
  /** The page's own script changes its elements when something is typed, or in time. */
  readonly changesItself?: true;
}

export interface FormGroup {
  readonly title: string;
  readonly items: readonly FormItem[];
}
