/**
 * Pages under any host name, over https and over http, for a browser that is told that every host is here. It keeps what
 * it is asked and sent.
 */
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { generate } from 'selfsigned';
import { listen } from '../demo-login/listen';

/** What to answer: the body of a page, and headers beside the usual ones. */
export interface NamedPage {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Heard {
  /** Without its port. */
  readonly host: string;
  readonly path: string;
  readonly body: string;
}

export interface NamedSite {
  /** The address of `path` on `host`, with the port: over https, and over http. */
  at(host: string, path?: string): string;
  plainAt(host: string, path?: string): string;
  /** From now on this is there, by host, or by host and path ("evil.example/frame"); '*' is every other host. */
  show(pages: Readonly<Record<string, NamedPage | string>>): void;
  /** Every request since the last `show`. */
  readonly heard: readonly Heard[];
  close(): void;
}

const KEEPS_NOTHING = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };

export async function serveNamedSite(): Promise<NamedSite> {
  let shown: Readonly<Record<string, NamedPage | string>> = {};
  let heard: Heard[] = [];
  const answer: RequestListener = async (request, response) => {
    const { hostname: host, pathname, search } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    heard.push({ host, path: pathname + search, body: Buffer.concat(parts).toString() });
    const found = shown[host + pathname] ?? (pathname.endsWith('.ico') ? undefined : (shown[host] ?? shown['*']));
    const page = typeof found === 'string' ? { body: found } : found;
    response.writeHead(page === undefined ? 404 : 200, { ...KEEPS_NOTHING, ...page?.headers });
    response.end(
      page === undefined ? '' : `<!doctype html><meta charset="utf-8"><title>${host}</title><body>${page.body}`,
    );
  };
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  });
  const servers = [createSecureServer({ key, cert }, answer), createServer(answer)];
  const [securePort, plainPort] = await Promise.all(servers.map((server) => listen(server, 0)));
  return {
    at: (host, path = '/') => `https://${host}:${securePort}${path}`,
    plainAt: (host, path = '/') => `http://${host}:${plainPort}${path}`,
    show: (pages) => {
      shown = pages;
      heard = [];
    },
    get heard() {
      return heard;
    },
    close: () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
