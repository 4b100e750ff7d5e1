/** Accounts that scroll in a box of their own. */
import type { ComponentChildren, Ref } from 'preact';
import { t } from '../src/ui/text';

interface Props {
  readonly title: 'accountsTitle' | 'trashTitle';
  readonly count: number;
  /** Nothing in it takes the keys. */
  readonly isReadOnly: boolean;
  readonly box?: Ref<HTMLElement>;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** The focus came to something in it. */
  readonly onEnter: (target: EventTarget | null) => void;
  readonly children: ComponentChildren;
}

export function ListBox({ title, count, isReadOnly, box = null, onKeyDown, onEnter, children }: Props) {
  return (
    <section
      class="account-box scroller"
      ref={box}
      aria-label={t(title)}
      data-count={count}
      // Firefox would stop at every box that scrolls. The arrows move this one where nothing in it can be reached.
      tabIndex={isReadOnly ? 0 : -1}
      {...(onKeyDown === undefined ? {} : { onKeyDown })}
      onFocusCapture={({ target }) => onEnter(target)}
    >
      {children}
    </section>
  );
}
