/** Serves one page after the other at `/`, at two names of this machine that are two sites to a browser. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export class DocumentServer {
  readonly #server: Server;
  #shown = { body: '', headers: {}, framed: '' };

  private constructor() {
    this.#server = createServer(({ url }, response) => {
      const { body, headers, framed } = this.#shown;
      response.writeHead(200, { 'content-type': 'text/html', ...headers });
      response.end(`<!doctype html><meta charset="utf-8"><body>${url === '/framed' ? framed : body}`);
    });
  }

  static async start(): Promise<DocumentServer> {
    const server = new DocumentServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The same pages at a name that is another origin. */
  get otherOrigin(): string {
    return this.origin.replace('127.0.0.1', 'localhost');
  }

  /** What is served from now on; `framed` stands at /framed. */
  show(body: string, headers: Record<string, string> = {}, framed = ''): void {
    this.#shown = { body, headers, framed };
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
