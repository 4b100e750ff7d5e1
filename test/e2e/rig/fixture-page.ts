import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const html = `<!doctype html><title>Red page</title><body style="background: rgb(200, 30, 60)">
  <textarea></textarea> <input type="file" hidden> <select><option value="a">A<option value="b">B</select>
  <output></output>
  <script>
    document.querySelector('input').onchange = ({ target }) => {
      document.querySelector('output').textContent = target.files[0].name;
    };
  </script>`;

export interface FixturePage {
  readonly port: number;
  close(): void;
}

/** Serves one red page under every path, on a free port of this machine. */
export async function serveFixturePage(): Promise<FixturePage> {
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
