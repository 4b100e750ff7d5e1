import type { Context } from 'hono';

/** The text of a posted field; empty when it is missing, or no text. */
export async function readField(c: Context, name: string): Promise<string> {
  const value = (await c.req.parseBody())[name];
  return typeof value === 'string' ? value : '';
}
