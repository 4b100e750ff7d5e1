/** A page with a field for a code and one for anything, that knows nothing of the extension's secrets. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const html = `<!doctype html><meta charset="utf-8"><title>One more step</title>
  <label>Code <input name="otp" autocomplete="one-time-code" inputmode="numeric" maxlength="6"></label>
  <label>Note <input name="note"></label>`;

export interface CodeFieldPage {
  readonly url: string;
  close(): void;
}

export async function serveCodeFieldPage(): Promise<CodeFieldPage> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
