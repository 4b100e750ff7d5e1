/** A sentence that tells how something went. Bad news interrupts a screen reader, good news waits its turn. */
export interface NoticeText {
  readonly tone: 'good' | 'bad';
  readonly text: string;
}

export function Notice({ notice }: { readonly notice: NoticeText | undefined }) {
  if (notice === undefined) return null;
  const isBad = notice.tone === 'bad';
  return (
    <p class={`notice ${notice.tone}`} role={isBad ? 'alert' : 'status'} data-show={isBad ? 'error' : 'notice'}>
      {notice.text}
    </p>
  );
}
