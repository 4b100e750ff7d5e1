// A target that Playwright does not show, spoken to through the browser-wide session: its messages travel inside those of the
// browser. A connection of its own would cost more than what is done over it.
import type { CDPSession } from 'playwright-core';
import { bounded } from './eventually';
import { ViewGoneError } from './extension-browser';

interface Reply {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export class NestedSession {
  readonly targetId: string;
  /** Settles when the target is no longer there. */
  readonly gone: Promise<void>;
  readonly #cdp: CDPSession;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #sessionId = '';
  #lastId = 0;
  #isGone = false;
  #markGone: () => void = () => {};

  private constructor(cdp: CDPSession, targetId: string) {
    this.#cdp = cdp;
    this.targetId = targetId;
    this.gone = new Promise((resolve) => {
      this.#markGone = resolve;
    });
  }

  static async attach(cdp: CDPSession, targetId: string): Promise<NestedSession> {
    const session = new NestedSession(cdp, targetId);
    cdp.on('Target.receivedMessageFromTarget', session.#onMessage);
    cdp.on('Target.detachedFromTarget', session.#onDetached);
    try {
      session.#sessionId = (await cdp.send('Target.attachToTarget', { targetId, flatten: false })).sessionId;
    } catch (error) {
      session.end();
      throw error;
    }
    return session;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  readonly send: CDPSession['send'] = (method, params) =>
    new Promise((resolve, reject) => {
      if (this.#isGone) throw new ViewGoneError(this.targetId);
      this.#lastId += 1;
      const id = this.#lastId;
      const settle = ({ result, error }: Reply) => {
        this.#waiting.delete(id);
        if (error === undefined) resolve(result as never);
        else reject(this.#isGone ? new ViewGoneError(this.targetId) : new Error(`${method}: ${error.message}`));
      };
      this.#waiting.set(id, settle);
      const message = JSON.stringify({ id, method, params: params ?? {} });
      this.#cdp
        .send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message })
        .catch((error: Error) => settle({ error }));
    });

  /** Ends the target. */
  async close(): Promise<void> {
    if (this.#isGone) return;
    await this.#cdp.send('Target.closeTarget', { targetId: this.targetId });
    await bounded(this.gone, 15_000, 'the popup to end');
  }

  async detach(): Promise<void> {
    await this.#cdp.send('Target.detachFromTarget', { sessionId: this.#sessionId });
    this.end();
  }

  /** Nothing is heard of the target any more. */
  end(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#cdp.off('Target.receivedMessageFromTarget', this.#onMessage);
    this.#cdp.off('Target.detachedFromTarget', this.#onDetached);
    for (const settle of [...this.#waiting.values()]) settle({ error: new ViewGoneError(this.targetId) });
    this.#markGone();
  }

  readonly #onMessage = ({ sessionId, message }: { sessionId: string; message: string }) => {
    if (sessionId !== this.#sessionId) return;
    const reply = JSON.parse(message) as Reply;
    if (reply.id !== undefined) this.#waiting.get(reply.id)?.(reply);
  };

  readonly #onDetached = ({ sessionId }: { sessionId: string }) => {
    if (sessionId === this.#sessionId) this.end();
  };
}
