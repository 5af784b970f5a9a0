import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';

/** The saved pages of a folder, served one by one. */
export type SavedPages = { origin: string; names: readonly string[]; close: () => Promise<void> };

/** Serves every `FOLDER/NAME/source.html` as `/NAME` on a loopback host of its own; nothing else of the folder. */
export async function servePages(folder: string): Promise<SavedPages> {
  const names = await namesIn(folder);
  const known = new Set(names);
  const answer = async (path: string, response: ServerResponse) => {
    const name = decoded(path.slice(1).split('?')[0] ?? '');
    const body = known.has(name) ? await readFile(join(folder, name, 'source.html')) : undefined;
    response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(body);
  };
  const server = createServer((request, response) => {
    answer(request.url ?? '/', response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://pages.localhost:${port}`,
    names,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const isThere = (name: string) =>
    stat(join(folder, name, 'source.html')).then(
      (found) => found.isFile(),
      () => false,
    );
  const there = await Promise.all(folders.map(isThere));
  return folders.filter((_, index) => there[index]).sort();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
