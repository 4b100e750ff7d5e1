/** What the pictures held that brings no account in, or why they could not be read: a line for each. */
import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PictureRemark } from '../app/receive-pictures';
import { payloadLabel } from './payload-label';
import { pictureErrorText } from './picture-error-text';
import { t, visibleText } from './text';

/** What the last pictures held besides accounts. */
export const remarks = signal<readonly PictureRemark[]>([]);

export function PictureRemarks({ remarks }: { readonly remarks: readonly PictureRemark[] }) {
  const list = useRef<HTMLUListElement>(null);
  // Pictures can be dropped wherever a long page was scrolled to.
  useLayoutEffect(() => list.current?.scrollIntoView({ block: 'nearest' }), [remarks]);
  if (remarks.length === 0) return null;
  return (
    <ul ref={list} class="remarks small" data-show="remarks">
      {remarks.map(({ name, about }, place) => (
        <li key={place}>
          <strong dir="auto">{visibleText(name) || t('pictureWithoutName')}</strong>
          <span>{remarkText(about)}</span>
        </li>
      ))}
    </ul>
  );
}

function remarkText(about: PictureRemark['about']): string {
  switch (about.kind) {
    case 'no-enrolment-code':
      return payloadLabel(about.payload);
    case 'no-code-in-picture':
      return t('pictureNoCode');
    case 'code-cut-off-in-picture':
      return t('pictureCodeCutOff');
    case 'picture-left-out':
      return t('pictureLeftOut');
    default:
      return pictureErrorText(about);
  }
}
