/** One server, several names: 127.0.0.1 and localhost are two sites to a browser, and both lead here. */
import type { Context } from 'hono';

const NAMES = /^(127\.0\.0\.1|(?:[a-z]+\.)?localhost)(:\d{1,5})?$/;

/** The name that this request did not come by. Of what the browser says of itself, only a port can get into the page. */
export function otherOriginOf(c: Context): string {
  const [, name] = NAMES.exec(new URL(c.req.url).host) ?? [];
  return originUnder(c, name === 'localhost' ? '127.0.0.1' : 'localhost');
}

/** This server under another of its names. */
export function originUnder(c: Context, name: string): string {
  const [, , port = ''] = NAMES.exec(new URL(c.req.url).host) ?? [];
  return `http://${name}${port}`;
}
