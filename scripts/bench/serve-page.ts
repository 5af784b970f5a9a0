import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

export type ServedPage = { origin: string; close: () => Promise<void> };

/** Serves an empty page and the bundles beside it. Isolated from other origins, or the page's clock would be coarse. */
export async function servePage(folder: string): Promise<ServedPage> {
  const server = createServer(async (request, response) => {
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    const name = /^\/([\w-]+\.js)$/.exec(request.url ?? '')?.[1];
    if (name === undefined)
      return response.setHeader('content-type', 'text/html').end('<!doctype html><title>Bench</title>');
    const text = await readFile(join(folder, name)).catch(() => undefined);
    return response.writeHead(text ? 200 : 404, { 'content-type': 'text/javascript' }).end(text);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  return {
    // By name, because only a host that counts as this machine may use Web Locks and a fine clock without a certificate.
    origin: `http://localhost:${typeof address === 'object' && address ? address.port : 0}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
