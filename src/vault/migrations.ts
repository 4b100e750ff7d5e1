/**
 * The content of older versions, brought to today's by frozen steps, one for each version. A step is never edited once it
 * was released: it imports nothing that may change, and stands in a file of its own. There is none yet, since the content
 * is at its first version.
 */
import { err, ok, type Result } from '../result';
import type { JsonObject } from './json';

export interface Migration {
  /** The version it starts from. It makes the next one of it, and says so in `content`. */
  readonly from: number;
  /** The whole body, `n` included. What the step does not know it keeps; it changes nothing of what it was given. */
  migrate(body: JsonObject): JsonObject;
}

/** In the order of their versions. */
export const MIGRATIONS: readonly Migration[] = Object.freeze([]);

/**
 * The body of a record at the version that the last step makes. A body that is there already, or newer, is given back as
 * it is. `damaged`: it is older than the first step, or a step is missing, or one did not make the next version.
 */
export function migrateContent(
  raw: JsonObject,
  steps: readonly Migration[] = MIGRATIONS,
): Result<JsonObject, { readonly kind: 'damaged' }> {
  const target = (steps.at(-1)?.from ?? 0) + 1;
  let body = raw;
  for (let version = Number(raw['content']); version < target; version += 1) {
    const step = steps.find(({ from }) => from === version);
    if (step === undefined) return err({ kind: 'damaged' });
    body = step.migrate(body);
    if (body['content'] !== version + 1) return err({ kind: 'damaged' });
  }
  return ok(body);
}
