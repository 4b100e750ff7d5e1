// Marionette, Firefox's own remote protocol: JSON over TCP, each frame `LENGTH:JSON` with the length in bytes.
// A request is [0, id, name, parameters], its answer [1, id, error, result]; the first frame is the server's greeting.
// Everything here runs in the browser's own ("chrome") context, because only from there a popup can be reached.
import { connect, type Socket } from 'node:net';
import { bounded } from './eventually';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** What Firefox answered instead of a result; `kind` is WebDriver's own name for it, such as "no such element". */
export class MarionetteError extends Error {
  readonly kind: string;

  constructor(kind: string, message: string) {
    super(`Firefox: ${kind}: ${message}`);
    this.name = 'MarionetteError';
    this.kind = kind;
  }
}

export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received = Buffer.alloc(0);
  #lastId = 0;
  #greeted: () => void = () => {};
  #gone: Error | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('error', (error) => this.#lose(error));
    socket.on('close', () => this.#lose(new Error('Firefox closed the Marionette connection.')));
  }

  /** Connects to a Firefox that listens on `port` and opens its one session, with `capabilities` of WebDriver's. */
  static async connect(port: number, timeoutMs: number, capabilities: object = {}): Promise<Marionette> {
    const marionette = new Marionette(connect(port, '127.0.0.1'));
    const greeting = new Promise<void>((resolve, reject) => {
      marionette.#greeted = resolve;
      marionette.#socket.once('error', reject);
    });
    await bounded(greeting, timeoutMs, 'Marionette’s greeting');
    // Marionette takes them as they are, without WebDriver's negotiation.
    await marionette.send('WebDriver:NewSession', {
      timeouts: { pageLoad: 10_000, script: 30_000 },
      ...capabilities,
    });
    await marionette.send('Marionette:SetContext', { value: 'chrome' });
    return marionette;
  }

  async send(name: string, parameters: object = {}, timeoutMs = 60_000): Promise<unknown> {
    if (this.#gone !== undefined) throw this.#gone;
    this.#lastId += 1;
    const id = this.#lastId;
    const body = JSON.stringify([0, id, name, parameters]);
    const answer = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#socket.write(`${Buffer.byteLength(body)}:${body}`);
    try {
      return await bounded(answer, timeoutMs, `Firefox’s answer to ${name}`);
    } catch (error) {
      // Made where the answer arrived, it would say nothing about who had asked.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    } finally {
      this.#waiting.delete(id);
    }
  }

  /** Runs the body of an async function in the browser's own context; `args` are its parameters, in order, as JSON. */
  async runInBrowser<T>(script: string, args: readonly unknown[] = []): Promise<T> {
    const wrapped = `return (async function () {\n${script}\n}).apply(undefined, arguments)`;
    const answer = await this.send('WebDriver:ExecuteScript', { script: wrapped, args, sandbox: 'system' });
    return (answer as { value: T }).value;
  }

  disconnect(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.toString('latin1', 0, colon));
      if (this.#received.length < end) return;
      const frame: unknown = JSON.parse(this.#received.toString('utf8', colon + 1, end));
      this.#received = this.#received.subarray(end);
      if (Array.isArray(frame)) this.#settle(frame[1], frame[2], frame[3]);
      else this.#greeted();
    }
  }

  #settle(id: number, error: { error: string; message: string } | null, result: unknown): void {
    const waiting = this.#waiting.get(id);
    if (error === null) waiting?.resolve(result);
    else waiting?.reject(new MarionetteError(error.error, error.message));
  }

  #lose(error: Error): void {
    this.#gone ??= error;
    for (const waiting of this.#waiting.values()) waiting.reject(this.#gone);
    this.#waiting.clear();
  }
}
