import type { Server } from 'node:net';
import { StartRefusal } from './start-refusal';

const HOST = '127.0.0.1';
const PORTS_TO_TRY = 20;
const HIGHEST_PORT = 65_535;

/** Answers the port it listens on: the one asked for, else the next free one after it. 0: the system picks. */
export async function listen(server: Server, port: number): Promise<number> {
  const last = Math.min(port + PORTS_TO_TRY - 1, HIGHEST_PORT);
  for (let candidate = port; candidate <= last; candidate++) {
    if (await tryListen(server, candidate)) return portOf(server);
  }
  throw new StartRefusal(`Ports ${port} to ${last} cannot be used. Name another one.`);
}

function tryListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException) => {
      server.off('listening', accepted);
      // EACCES: a port only the system may open.
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    const accepted = () => {
      server.off('error', refused);
      resolve(true);
    };
    server.once('error', refused);
    server.once('listening', accepted);
    server.listen(port, HOST);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port');
  return address.port;
}
