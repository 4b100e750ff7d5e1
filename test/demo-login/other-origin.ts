/** One server, two names: 127.0.0.1 and localhost are two sites to a browser, and both lead here. */
import type { Context } from 'hono';

/** The name that this request did not come by. Of what the browser says of itself, only a port can get into the page. */
export function otherOriginOf(c: Context): string {
  const [, name, port = ''] = /^(127\.0\.0\.1|localhost)(:\d{1,5})?$/.exec(new URL(c.req.url).host) ?? [];
  return `http://${name === 'localhost' ? '127.0.0.1' : 'localhost'}${port}`;
}
