/** Pages whose code a screenshot does not show, on two ports: what stands on the second is of another site's. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import encodeQR from 'qr';

export const UP = '<div style="height: 3000px"></div>';
/** Pages that allow themselves no script, no style, no picture of their own and no frame but what they name. */
export const STRICT = { 'content-security-policy': "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'" };

export interface InnerPage {
  readonly url: string;
  /** The same pages at another origin. */
  readonly otherUrl: string;
  /** What `/` is from its next opening on; `/code.gif`, `/code.svg` and `/framed` stand beside it. */
  show(body: string, headers?: Record<string, string>, framed?: string): void;
  /** How often each path was asked for. */
  readonly requests: ReadonlyMap<string, number>;
  close(): void;
}

export const svgOf = (text: string) => encodeQR(text, 'svg', { border: 2 });
export const gifOf = (text: string) => Buffer.from(encodeQR(text, 'gif', { border: 2, scale: 3 }));
export const dataUrlOf = (text: string) => `data:image/gif;base64,${gifOf(text).toString('base64')}`;

export async function serveInnerPage(text: string): Promise<InnerPage> {
  let shown = { body: '', headers: {}, framed: '' };
  const requests = new Map<string, number>();
  // Without an icon of its own, a browser asks for one whenever it likes.
  const page = (body: string) =>
    `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Page</title><body>${body}`;
  const servers = [0, 1].map(() =>
    createServer(({ url = '/' }, response) => {
      requests.set(url, (requests.get(url) ?? 0) + 1);
      const [type, content] =
        url === '/code.gif'
          ? ['image/gif', gifOf(text)]
          : url === '/code.svg'
            ? ['image/svg+xml', svgOf(text)]
            : ['text/html', page(url === '/framed' ? shown.framed : shown.body)];
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...shown.headers });
      response.end(content);
    }),
  );
  const [url, otherUrl] = await Promise.all(servers.map(listen));
  return {
    url: url ?? '',
    otherUrl: otherUrl ?? '',
    requests,
    show: (body, headers = {}, framed = '') => {
      shown = { body, headers, framed };
      requests.clear();
    },
    close: () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
