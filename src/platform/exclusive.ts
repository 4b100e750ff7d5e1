/** One lock for every read-modify-write of the vault, shared by all pages and the background of the extension. */
export async function exclusive<T>(work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request('halfminute-vault', { mode: 'exclusive' }, work);
}
