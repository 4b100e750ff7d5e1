/** A labelled text field. What is typed may be secret, so the browser is told neither to remember nor to check it. */
import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { giveFocus } from './give-focus';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'password';
  /** For digits: a touch keyboard shows numbers. */
  readonly isNumber?: boolean;
  readonly help?: string;
  /** What is wrong with the field; it gets the focus. */
  readonly error?: string | undefined;
  readonly isFocused?: boolean;
  /** What Enter does in this field, in place of sending its form. */
  readonly onEnter?: (() => void) | undefined;
  readonly children?: JSX.Element;
}

export function TextField(props: Props) {
  const { name, label, value, onInput, type = 'text', help, error, isFocused = false, onEnter, children } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (isFocused || error !== undefined) giveFocus(input.current);
  }, [isFocused, error]);
  const described = [help === undefined ? '' : `${id}-help`, error === undefined ? '' : `${id}-error`].join(' ').trim();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="control">
        <input
          id={id}
          ref={input}
          data-field={name}
          {...(type === 'password' ? { type } : { type: 'text' as const })}
          {...(props.isNumber ? { inputMode: 'numeric' as const } : {})}
          value={value}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-invalid={error !== undefined}
          aria-describedby={described === '' ? undefined : described}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing || onEnter === undefined) return;
            event.preventDefault();
            onEnter();
          }}
        />
        {children}
      </div>
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`} role="alert" data-show="error">
          {error}
        </p>
      )}
      {help !== undefined && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
