/** The one line about what was healed or could not be written: it stays until the person takes it away, or the lock does. */
import { keepNews } from './session-key';

export async function dismissNews(): Promise<void> {
  await keepNews(undefined);
}
