import type { Exchange, Reply, Site } from './exchange.ts';

/** `path` may end in one `:name` segment, which is handed over decoded. `undefined` means there is no such thing. */
export type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly answer: (exchange: Exchange, parameter: string) => Reply | undefined;
};

/** The first route that fits answers; where none does, `notFound`. */
export const createSite =
  (routes: readonly Route[], notFound: (exchange: Exchange) => Reply): Site =>
  (exchange) => {
    for (const route of routes) {
      const parameter = route.method === exchange.method ? match(route.path, exchange.path) : undefined;
      if (parameter === undefined) continue;
      const reply = route.answer(exchange, parameter);
      if (reply) return reply;
    }
    return notFound(exchange);
  };

const match = (pattern: string, path: string): string | undefined => {
  const colon = pattern.indexOf(':');
  if (colon < 0) return pattern === path ? '' : undefined;
  const rest = path.startsWith(pattern.slice(0, colon)) ? path.slice(colon) : '';
  return rest === '' || rest.includes('/') ? undefined : decode(rest);
};

const decode = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
};
