/** A page that shows texts as QR codes, side by side and in their order. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import encodeQR from 'qr';

export interface CodePage {
  readonly url: string;
  /** What the page shows from its next opening on. */
  show(...texts: readonly string[]): void;
  close(): void;
}

export async function serveCodePage(): Promise<CodePage> {
  let shown: readonly string[] = [];
  const server = createServer((_request, response) => {
    const codes = shown.map((text) => `<div style="width:220px;padding:24px">${encodeQR(text, 'svg')}</div>`).join('');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>Codes</title><h1>A page</h1><div style="display:flex;gap:80px">${codes}</div>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    show: (...texts) => {
      shown = texts;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
