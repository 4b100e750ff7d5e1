/** What is wrong with a picture that a person gave, and what to do now. */
import type { PictureFileFailure } from '../app/scan-pictures';
import { type TextKey, t } from './text';

const TEXTS: Record<PictureFileFailure['kind'], TextKey> = {
  'picture-empty': 'pictureEmpty',
  'picture-cut-off': 'pictureCutOff',
  'picture-damaged': 'pictureDamaged',
  'picture-unreadable': 'pictureUnreadable',
  'picture-too-large': 'pictureTooLarge',
  'picture-file-too-large': 'pictureFileTooLarge',
  'picture-heic': 'pictureHeic',
  'picture-svg': 'pictureSvg',
  'picture-pdf': 'picturePdf',
  'picture-unknown': 'pictureUnknown',
};

export function pictureErrorText({ kind }: PictureFileFailure): string {
  return t(TEXTS[kind]);
}
