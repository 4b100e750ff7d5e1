/** A labelled choice of one file. */
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  readonly name: string;
  readonly label: string;
  /** Kinds of files that the browser offers first. */
  readonly accept: string;
  readonly onChoose: (file: File | undefined) => void;
}

export function FileField({ name, label, accept, onChoose }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={input}
        type="file"
        data-field={name}
        accept={accept}
        onChange={(event) => onChoose(event.currentTarget.files?.[0])}
      />
    </div>
  );
}
