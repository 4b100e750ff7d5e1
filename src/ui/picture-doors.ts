/** The ways by which pictures come into a page: dropped anywhere on it, pasted, or chosen. */
import { droppedFiles } from './dropped-files';

/** Marks the page while something that it takes is dragged over it. */
const DRAGGED_OVER = 'dragged-over';

/** What takes what comes in. */
export interface PictureDoors {
  /** Gets every file that is dropped, whatever it is: the scan says what is wrong with it. */
  readonly onPictures: (files: File[]) => void;
  /** Gets text dropped or pasted outside a field; without it, text is left to the browser. */
  readonly onText?: (text: string) => void;
}

/** From now on. Returns the way to close them. */
export function openPictureDoors(doors: PictureDoors): () => void {
  const root = document.documentElement;
  const give = (files: File[], text: string): boolean => {
    if (files.length > 0) doors.onPictures(files);
    else if (text !== '') doors.onText?.(text);
    return files.length > 0 || (text !== '' && doors.onText !== undefined);
  };
  const over = (event: DragEvent) => {
    const types = event.dataTransfer?.types ?? [];
    const isText = types.includes('text/plain') && doors.onText !== undefined && !isField(event.target);
    if (isField(event.target, 'file') || !(types.includes('Files') || isText)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    root.classList.add(DRAGGED_OVER);
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) root.classList.remove(DRAGGED_OVER);
  };
  const drop = (event: DragEvent) => {
    root.classList.remove(DRAGGED_OVER);
    if (event.dataTransfer === null || isField(event.target, 'file')) return;
    const files = droppedFiles(event.dataTransfer);
    const text = isField(event.target) ? '' : event.dataTransfer.getData('text/plain').trim();
    // A file that nobody takes would be opened in the page's place.
    if (give(files, text) || event.dataTransfer.types.includes('Files')) event.preventDefault();
  };
  const paste = (event: ClipboardEvent) => {
    const { target, clipboardData } = event;
    const text = clipboardData?.getData('text/plain').trim() ?? '';
    // Some programs put a picture of a text beside it.
    if (clipboardData === null || (isField(target) && text !== '')) return;
    if (give([...clipboardData.files], text)) event.preventDefault();
  };
  const stop = new AbortController();
  const { signal } = stop;
  addEventListener('dragover', over, { signal });
  addEventListener('dragleave', leave, { signal });
  addEventListener('drop', drop, { signal });
  addEventListener('paste', paste, { signal });
  return () => {
    stop.abort();
    root.classList.remove(DRAGGED_OVER);
  };
}

/** Whether the person types there, or, with a `type`, whether it is an input of that type. */
function isField(target: EventTarget | null, type?: 'file'): boolean {
  if (type !== undefined) return target instanceof HTMLInputElement && target.type === type;
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
