/** Speaks SMTP line by line, also as no mail program would. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export class SmtpClient {
  readonly socket: Socket;
  #heard = '';
  readonly #closed: Promise<void>;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk) => (this.#heard += String(chunk)));
    // A connection that breaks off is what many of these tests are about.
    socket.on('error', () => {});
    this.#closed = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  static async open(port: number): Promise<SmtpClient> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const client = new SmtpClient(socket);
    await client.#answer(220);
    return client;
  }

  /** Answers what the server said to it, which has to carry that code. */
  async say(line: string, code: number): Promise<string> {
    this.socket.write(`${line}\r\n`);
    return this.#answer(code);
  }

  closed(): Promise<void> {
    return this.#closed;
  }

  async #answer(code: number): Promise<string> {
    for (;;) {
      const whole = /^(?:\d{3}-.*\r\n)*(\d{3}) .*\r\n/.exec(this.#heard);
      if (whole !== null) {
        this.#heard = this.#heard.slice(whole[0].length);
        if (whole[1] !== String(code)) throw new Error(`${code} was expected: ${whole[0]}`);
        return whole[0];
      }
      const more = once(this.socket, 'data');
      const end = this.#closed.then(() => {
        throw new Error(`the server hung up; ${code} was expected`);
      });
      await Promise.race([more, end]);
    }
  }
}
