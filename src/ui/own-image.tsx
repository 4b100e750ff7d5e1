/** The picture by which an account is known in the list: one of the person's own can be chosen, and taken away again. */
import { useId, useRef, useState } from 'preact/hooks';
import { type Account, findOwnIcon } from '../app/account';
import { canAskForFiles, ICON_FILES, readOwnIcon } from '../app/own-icon';
import { IssuerIcon } from './issuer-icon';
import './own-image.css';
import { t } from './text';

export interface ImageEdit {
  /** Empty for none. */
  readonly icon: string;
  readonly isRefused: boolean;
  choose(file: Blob): Promise<void>;
  remove(): void;
}

export function useImageEdit(account: Account): ImageEdit {
  const [icon, setIcon] = useState(() => findOwnIcon(account) ?? '');
  const [isRefused, setRefused] = useState(false);
  const give = (given: string) => {
    setRefused(false);
    setIcon(given);
  };
  const choose = async (file: Blob) => {
    const read = await readOwnIcon(file);
    if (read.ok) give(read.value);
    else setRefused(true);
  };
  return { icon, isRefused, choose, remove: () => give('') };
}

interface Props {
  /** As it is typed by now. */
  readonly account: Account;
  readonly edit: ImageEdit;
}

export function OwnImage({ account, edit: { icon, isRefused, choose, remove } }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const canAsk = canAskForFiles();
  return (
    <section class="field" aria-labelledby={`${id}-label`} data-show="own-image">
      <span class="field-label" id={`${id}-label`}>
        {t('imageLabel')}
      </span>
      <div class="own-image">
        <IssuerIcon account={{ ...account, icon }} />
        {canAsk && (
          <button
            type="button"
            class="button small"
            ref={button}
            data-do="choose-image"
            aria-describedby={isRefused ? `${id}-error` : `${id}-help`}
            onClick={() => input.current?.click()}
          >
            {t('chooseImage')}
          </button>
        )}
        {icon !== '' && (
          <button
            type="button"
            class="button small"
            data-do="remove-image"
            onClick={() => {
              // The keyboard goes on from the button that stays.
              button.current?.focus();
              remove();
            }}
          >
            {t('removeImage')}
          </button>
        )}
        <input
          ref={input}
          type="file"
          data-field="image"
          accept={ICON_FILES}
          hidden
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file === undefined) return;
            // So that the same file can be chosen again.
            void choose(file).then(() => Object.assign(currentTarget, { value: '' }));
          }}
        />
      </div>
      {isRefused && (
        <p class="field-error" id={`${id}-error`} role="alert" data-show="error">
          {t('imageUnreadable')}
        </p>
      )}
      <p class="help" id={`${id}-help`}>
        {t(canAsk ? 'imageHelp' : 'imageElsewhere')}
      </p>
    </section>
  );
}
