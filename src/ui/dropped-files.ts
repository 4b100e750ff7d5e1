/**
 * Files that were dropped. A picture dragged out of another page comes as a file where the browser has it at hand, or as
 * its address: one that holds the whole picture (`data:`) becomes a file here, others would need the network.
 */
export function droppedFiles(dropped: Pick<DataTransfer, 'files' | 'getData'>): File[] {
  if (dropped.files.length > 0) return [...dropped.files];
  const [, address] = /<img[^>]*\ssrc=["']?(data:[^"'\s>]*)/i.exec(dropped.getData('text/html')) ?? [];
  const file = pictureOf(address ?? dropped.getData('text/uri-list').trim());
  return file === undefined ? [] : [file];
}

/** The picture that a `data:` address in base64 holds. */
function pictureOf(address: string): File | undefined {
  const [, type, base64] = /^data:(image\/[\w.+-]+)(?:;[\w=-]+)*;base64,(.*)$/i.exec(address) ?? [];
  if (type === undefined || base64 === undefined) return undefined;
  try {
    const binary = atob(decodeURIComponent(base64));
    return new File([Uint8Array.from(binary, (character) => character.charCodeAt(0))], '', { type });
  } catch {
    return undefined;
  }
}
