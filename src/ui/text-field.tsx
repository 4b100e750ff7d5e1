/** A labelled text field. What is typed may be secret, so the browser is told neither to remember nor to check it. */
import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'password';
  readonly help?: string;
  readonly isFocused?: boolean;
  readonly children?: JSX.Element;
}

export function TextField({ name, label, value, onInput, type = 'text', help, isFocused = false, children }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (isFocused) input.current?.focus();
  }, [isFocused]);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="control">
        <input
          id={id}
          ref={input}
          data-field={name}
          {...(type === 'password' ? { type } : { type: 'text' as const })}
          value={value}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-describedby={help === undefined ? undefined : `${id}-help`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        {children}
      </div>
      {help !== undefined && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
