import { readdirSync, readFileSync } from 'node:fs';
import { asset } from './reply.ts';
import type { Route } from './routes.ts';

/** Serves the files of one flat folder under `/assets/`; they are read once, when the site is made. */
export const assetRoute = (folder: URL): Route => {
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
  return {
    method: 'GET',
    path: '/assets/:name',
    answer: (_, name) => {
      const body = files.get(name);
      return body === undefined ? undefined : asset(name, body);
    },
  };
};
