/** A sentence that tells how something went. Bad news interrupts a screen reader, good news waits its turn. */
import { t } from './text';

export interface NoticeText {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly text: string;
  readonly undo?: () => Promise<void>;
}

export function Notice({ notice }: { readonly notice: NoticeText | undefined }) {
  if (notice === undefined) return null;
  const { tone, text, undo } = notice;
  const isBad = tone === 'bad';
  return (
    <div class={`notice ${tone}`}>
      <p role={isBad ? 'alert' : 'status'} data-show={isBad ? 'error' : 'notice'}>
        {text}
      </p>
      {undo !== undefined && (
        <button type="button" class="button small" data-do="undo" onClick={() => void undo()}>
          {t('undo')}
        </button>
      )}
    </div>
  );
}
