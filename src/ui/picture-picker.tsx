/** A button that asks for pictures. */
import { useRef } from 'preact/hooks';
import { busy } from './page-state';
import { t } from './text';

interface PickerProps {
  readonly label: string;
  readonly onPictures: (files: File[]) => void;
}

/** A button that asks for files. In a popup the browser may close it with the dialog: not to be used there. */
export function PicturePicker({ label, onPictures }: PickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="button"
        data-do="choose-pictures"
        disabled={busy.value !== undefined}
        onClick={() => input.current?.click()}
      >
        {busy.value === 'scan' ? t('scanning') : label}
      </button>
      <input
        ref={input}
        type="file"
        data-field="pictures"
        accept="image/*"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // So that the same file can be chosen again.
          currentTarget.value = '';
          if (files.length > 0) onPictures(files);
        }}
      />
    </>
  );
}
