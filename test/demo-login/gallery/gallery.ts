/** The QR gallery: every way in which an enrolment code was seen to stand on a page, with what a scan should make of it. */
import type { GalleryGroup, GalleryItem } from './item';
import { contents } from './items/contents';
import { drawn } from './items/drawn';
import { exports } from './items/exports';
import { hardToSee } from './items/hard-to-see';
import { nothingThere } from './items/nothing';
import { oddPlaces } from './items/odd-places';
import { several } from './items/several';

export const GALLERY_GROUPS: readonly GalleryGroup[] = [
  drawn,
  hardToSee,
  oddPlaces,
  several,
  contents,
  exports,
  nothingThere,
];

export const GALLERY: readonly GalleryItem[] = GALLERY_GROUPS.flatMap(({ items }) => items);

export function findGalleryItem(id: string): GalleryItem | undefined {
  return GALLERY.find((item) => item.id === id);
}
