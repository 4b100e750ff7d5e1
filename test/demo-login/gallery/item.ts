/** What an entry of the gallery says of itself. Tests walk the list by these types. */
import type { View } from '../views/layout';

/** An account as a scan should bring it; `secret` in base32, upper case. Both names are empty where the page tells none. */
export type GalleryAccount = {
  readonly issuer: string;
  readonly label: string;
  readonly secret: string;
  readonly algorithm: 'SHA1' | 'SHA256';
  readonly digits: number;
} & (
  | { readonly type: 'totp' | 'steam'; readonly periodSeconds: number }
  | { readonly type: 'hotp'; readonly counter: number }
);

export type Expected =
  /** `alongside`: what other codes beside these are shown as. */
  | { readonly kind: 'accounts'; readonly accounts: readonly GalleryAccount[]; readonly alongside?: readonly string[] }
  /** `part` counts from 1, unlike the batch index in the code. */
  | {
      readonly kind: 'migration';
      readonly part: number;
      readonly of: number;
      readonly accounts: readonly GalleryAccount[];
    }
  /** No enrolment code; `shows` is what is said of it, as text that is never opened. */
  | { readonly kind: 'other'; readonly shows: string }
  | { readonly kind: 'broken' }
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'none' };

/**
 * How a scan can come to it. `picture`: only in a screenshot, looking into the page tells nothing. `page`: only by looking
 * into the page, the visible part of it shows nothing that can be read.
 */
export type SeenBy = 'picture' | 'page' | 'either';

/** What a page knows of where it stands. */
export interface Place {
  /** This same server under its other name, which to a browser is another site. */
  readonly otherOrigin: string;
}

export interface GalleryItem {
  readonly id: string;
  readonly title: string;
  /** What stands there, in a sentence. */
  readonly about: string;
  readonly expects: Expected;
  readonly by: SeenBy;
  /** What `expects` and `by` mean, for a person who compares. */
  readonly outcome: string;
  /** The text of every QR code on the page, whole or not, in reading order. */
  readonly codes: readonly string[];
  /** What the page around the code is like. */
  readonly ground?: 'dark' | 'tall' | 'bare';
  readonly stage: (place: Place) => View;
  /** The document that the frame on this page holds: /gallery/qr/ID/inside. */
  readonly inside?: () => View;
  /** The picture that this page refers to: /gallery/qr/ID/code.png. */
  readonly png?: () => Uint8Array<ArrayBuffer>;
}

export interface GalleryGroup {
  readonly title: string;
  readonly items: readonly GalleryItem[];
}
