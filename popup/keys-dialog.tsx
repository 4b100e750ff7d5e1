/** The keys of the list, over it until they are closed. The focus goes back to where it was. */
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { KeyList } from '../src/ui/key-list';
import { t } from '../src/ui/text';
import './keys-dialog.css';

export function showKeys(): void {
  if (document.querySelector('dialog[open]') !== null) return;
  const host = document.createElement('div');
  document.body.append(host);
  const end = () => {
    render(null, host);
    host.remove();
  };
  render(<KeysDialog onEnd={end} />, host);
}

function KeysDialog({ onEnd }: { readonly onEnd: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  return (
    <dialog
      class="keys-dialog"
      ref={dialog}
      aria-labelledby="keys-title"
      tabIndex={-1}
      onClose={onEnd}
      onKeyDown={(event) => {
        // The list underneath is not meant; and Escape is for this alone, not for the popup.
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <div class="title-line">
        <h2 id="keys-title">{t('keysTitle')}</h2>
        <button type="button" class="button small" data-do="close-keys" onClick={close}>
          {t('keysClose')}
        </button>
      </div>
      <KeyList />
    </dialog>
  );
}
