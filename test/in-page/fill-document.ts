/** A page to type a code into, and the function that fills run in it: how the outcome is asked for in all tests of it. */
import type { FillOrder, FillOutcome } from '../../src/sites/fill-code';
import { fillCode } from '../../src/sites/fill-in-page';
import type { Kind } from '../e2e/kinds';
import { eventually } from '../e2e/rig/eventually';
import { DocumentServer } from './document-server';
import { OpenDocument } from './open-document';
import { CODE, VALUES } from './typed';

type Asked = Partial<FillOrder>;

export class FillDocument {
  readonly #document: OpenDocument;
  readonly #server: DocumentServer;

  private constructor(document: OpenDocument, server: DocumentServer) {
    this.#document = document;
    this.#server = server;
  }

  static async in(kind: Kind): Promise<FillDocument> {
    return new FillDocument(await OpenDocument.in(kind), await DocumentServer.start());
  }

  get origin(): string {
    return this.#server.origin;
  }

  get otherOrigin(): string {
    return this.#server.otherOrigin;
  }

  async close(): Promise<void> {
    await this.#document.close();
    this.#server.stop();
  }

  /** Shows the page, until it has the focus it asks for; then the popup has it. */
  async open(body: string, headers: Record<string, string> = {}, framed = ''): Promise<void> {
    this.#server.show(body, headers, framed);
    await this.#document.open(`${this.origin}/sign-in`);
  }

  /** Waits until the page's own scripts say so. */
  async until(expression: string): Promise<void> {
    await eventually(
      async () => (await this.ask(expression)) === true,
      () => `the page to say ${expression}`,
    );
  }

  /** The field is there already, unless told how long to wait for it. */
  async fill(asked: Asked = {}): Promise<FillOutcome['outcome']> {
    return (await this.#document.run(fillCode, [{ ...this.#usual, ...asked }])).outcome;
  }

  /** In the page's own world, where its scripts can get in the way. */
  async fillAmongScripts(): Promise<FillOutcome['outcome']> {
    return (await this.#document.run(fillCode, [this.#usual], 'MAIN')).outcome;
  }

  /** What all fields of the page hold, those in shadow roots and in frames of its origin included. */
  async values(): Promise<string> {
    return (await this.ask<string[]>(VALUES)).join();
  }

  /** Asks the page's own scripts. */
  async ask<T>(expression: string): Promise<T> {
    return await this.#document.ask<T>(expression);
  }

  get #usual(): FillOrder {
    return { code: CODE, untilMs: Number.MAX_SAFE_INTEGER, origin: this.origin, submits: false, patienceMs: 0 };
  }
}
