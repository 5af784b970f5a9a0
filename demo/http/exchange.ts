/** A request as the sites see it: body already parsed, line breaks of text areas already plain `\n`. */
export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
};

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** One web site: a request in, a reply out. */
export type Site = (exchange: Exchange) => Reply;
