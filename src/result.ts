/**
 * Expected failures are values. Only bugs throw: everything a person, a page, a file or a disk can cause
 * comes back as a `Failure` whose `kind` a screen can turn into a sentence.
 */
export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failure<E> {
  readonly ok: false;
  readonly error: E;
}

export type Result<T, E> = Success<T> | Failure<E>;

export function ok<T>(value: T): Success<T> {
  return { ok: true, value };
}

export function err<E>(error: E): Failure<E> {
  return { ok: false, error };
}
