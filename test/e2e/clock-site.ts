/** A sign-in page whose site has another time than this computer, and keeps every question after it. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ClockAnswer {
  /** How many seconds its clock is ahead of this computer's; none: it does not tell its time. */
  readonly aheadS?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
  /** It ends the connection instead of answering a question. */
  readonly isSilent?: boolean;
  /** Of the page. */
  readonly policy?: string;
}

export interface Question {
  readonly path: string;
  readonly cookie: string | undefined;
  readonly referrer: string | undefined;
}

export interface ClockSite {
  readonly url: string;
  /** From now on it answers like this. */
  answers(answer: ClockAnswer): void;
  /** Every question since then but for the visits and the browser's own look for an icon. */
  readonly asked: readonly Question[];
  close(): void;
}

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title>
  <label>Code <input name="otp" autocomplete="one-time-code" inputmode="numeric" maxlength="6"></label></html>`;

export async function serveClockSite(): Promise<ClockSite> {
  let now: ClockAnswer = {};
  let asked: Question[] = [];
  const server = createServer((request, response) => {
    const isVisit = request.method === 'GET';
    const { aheadS, headers = {}, status = 200, isSilent = false, policy } = now;
    response.sendDate = false;
    if (!isVisit) asked.push(questionOf(request));
    if (!isVisit && isSilent) {
      request.destroy();
      return;
    }
    if (aheadS !== undefined) response.setHeader('date', new Date(Date.now() + aheadS * 1000).toUTCString());
    if (isVisit) {
      const keeps = {
        'content-type': 'text/html; charset=utf-8',
        'set-cookie': 'session=secret',
        'cache-control': 'no-store',
      };
      response.writeHead(200, policy === undefined ? keeps : { ...keeps, 'content-security-policy': policy });
    } else response.writeHead(status, headers);
    response.end(isVisit ? PAGE : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    answers: (answer) => {
      now = answer;
      asked = [];
    },
    get asked() {
      return asked;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function questionOf({ method, url, headers }: IncomingMessage): Question {
  return { path: `${method} ${url}`, cookie: headers.cookie, referrer: headers.referer };
}
