/** One of several things that can be done on a page. What it asks for opens in its place, and only one is open at a time. */
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { busy, notice } from '../src/ui/page-state';

export type OpenWay = Signal<string | undefined>;

interface Props {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  /** Which of those beside it is open. */
  readonly opened: OpenWay;
  readonly isPrimary?: boolean;
  readonly children: ComponentChildren;
}

export function Way({ name, title, text, action, opened, isPrimary = false, children }: Props) {
  const isOpen = opened.value === name;
  const wasOpen = useRef(false);
  const button = useRef<HTMLButtonElement>(null);
  const section = useRef<HTMLElement>(null);
  // Open, all of it is in sight; behind it, the keyboard goes on from where it was opened.
  useLayoutEffect(() => {
    if (wasOpen.current && opened.value === undefined) button.current?.focus();
    if (isOpen && !wasOpen.current) section.current?.scrollIntoView({ block: 'nearest' });
    wasOpen.current = isOpen;
  }, [isOpen, opened]);
  return (
    <section ref={section} data-show={`way-${name}`}>
      <h2>{title}</h2>
      <p class="soft">{text}</p>
      {isOpen ? (
        <div class="narrow">{children}</div>
      ) : (
        <div>
          <button
            type="button"
            ref={button}
            class={`button ${isPrimary ? 'primary' : ''}`}
            data-do={name}
            disabled={busy.value !== undefined}
            onClick={() => {
              notice.value = undefined;
              opened.value = name;
            }}
          >
            {action}
          </button>
        </div>
      )}
    </section>
  );
}
