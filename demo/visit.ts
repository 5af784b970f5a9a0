import { request } from 'node:http';
import type { SiteName } from './index-site.ts';
import type { Demo } from './server.ts';

export type Visit = {
  readonly status: number;
  readonly location: string;
  readonly type: string;
  readonly text: string;
};

/** One request to a demo site; with `form` it is a POST. Not every resolver knows `*.localhost`, so the name goes into the Host header. */
export const visit = (
  demo: Demo,
  host: SiteName | '' | { name: string },
  path: string,
  form?: Record<string, string>,
): Promise<Visit> =>
  new Promise((resolve, reject) => {
    const name = typeof host === 'object' ? host.name : host === '' ? 'localhost' : `${host}.localhost`;
    const headers = { host: `${name}:${demo.port}`, 'content-type': 'application/x-www-form-urlencoded' };
    const method = form ? 'POST' : 'GET';
    const outgoing = request({ host: '127.0.0.1', port: demo.port, path, method, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          location: incoming.headers.location ?? '',
          type: incoming.headers['content-type'] ?? '',
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(form && new URLSearchParams(form).toString());
  });
