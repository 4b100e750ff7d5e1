/** Ways in which a page could send something out, each an expression that answers whether it was let, or throws. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const loaded = (element: string, attributes: string) => `new Promise((done) => {
  const element = Object.assign(document.createElement('${element}'), ${attributes});
  element.onload = element.onloadeddata = () => done('sent');
  element.onerror = () => done('blocked');
  document.body.append(element);
})`;

/** Where there is no document: the worker of Chromium. */
export const waysOutOfWorker = (to: string): Readonly<Record<string, string>> => ({
  fetch: `fetch('${to}/fetch', { mode: 'no-cors' }).then(() => 'sent', () => 'blocked')`,
  socket: `new Promise((done) => {
    const socket = new WebSocket('${to.replace('http', 'ws')}/socket');
    socket.onopen = () => done('sent');
    socket.onerror = socket.onclose = () => done('blocked');
  })`,
});

export const waysOutOfPage = (to: string): Readonly<Record<string, string>> => ({
  ...waysOutOfWorker(to),
  request: `new Promise((done) => {
    const request = new XMLHttpRequest();
    request.onload = () => done('sent');
    request.onerror = () => done('blocked');
    request.open('POST', '${to}/request');
    request.send('codes');
  })`,
  events: `new Promise((done) => {
    const events = new EventSource('${to}/events');
    events.onopen = () => done('sent');
    events.onerror = () => { events.close(); done('blocked'); };
  })`,
  // Chromium says that it took it, and then sends nothing: the server has the last word.
  beacon: `(navigator.sendBeacon('${to}/beacon', 'codes'), 'blocked')`,
  font: `new FontFace('out', "url('${to}/font')").load().then(() => 'sent', () => 'blocked')`,
  module: `import('${to}/module.js').then(() => 'sent', () => 'blocked')`,
  picture: loaded('img', `{ src: '${to}/picture' }`),
  style: loaded('link', `{ rel: 'stylesheet', href: '${to}/style' }`),
  script: loaded('script', `{ src: '${to}/script' }`),
  sound: loaded('audio', `{ src: '${to}/sound', preload: 'auto' }`),
  worker: `new Promise((done) => { new Worker('${to}/worker.js').onerror = () => done('blocked'); })`,
  frame: `(document.body.append(Object.assign(document.createElement('iframe'), { src: '${to}/frame' })), 'blocked')`,
  // Last, because it takes the page away where it is let.
  form: `(() => {
    const form = Object.assign(document.createElement('form'), { action: '${to}/form', method: 'post' });
    document.body.append(form);
    form.submit();
    return 'blocked';
  })()`,
});

export interface Listener {
  readonly url: string;
  /**
   * Every request, by its path. Connections are not counted: for a form or a frame Chromium opens one before it asks its
   * policy, and sends nothing on it.
   */
  heard(): readonly string[];
  close(): void;
}

/** Answers whatever is asked, to whomever. */
export async function listenToAll(): Promise<Listener> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' }).end('heard');
  });
  server.on('upgrade', (request, socket) => {
    paths.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard: () => paths.filter((path) => path !== '/favicon.ico'),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
