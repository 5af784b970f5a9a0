import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `wait`: it is sent once that is settled. */
type Page = string | { redirect: string } | { wait: Promise<string> };

/** A small site of its own: pages by path, and what was asked of it. */
export async function startPlainSite(pages: Record<string, Page>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const page = pages[new URL(request.url ?? '/', 'http://site').pathname];
    if (page === undefined) return response.writeHead(404).end();
    if (typeof page !== 'string' && 'redirect' in page)
      return response.writeHead(302, { location: page.redirect }).end();
    const send = (html: string) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>${html}`);
    if (typeof page === 'string') send(page);
    else page.wait.then(send, () => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://plain.localhost:${port}`,
    port,
    asked,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
