/** The locks that all pages and the background share: one for every change of what is stored, one for the session's key. */

export async function exclusive<T>(work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request('halfminute-vault', { mode: 'exclusive' }, work);
}

/** May be asked for while `exclusive` is held, and never the other way round. */
export async function exclusiveSession<T>(work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request('halfminute-session', { mode: 'exclusive' }, work);
}
