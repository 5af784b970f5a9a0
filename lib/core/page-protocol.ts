import type { JsonObject } from './json.ts';
import type { MailForm, PageLink } from './page.ts';

/**
 * A request of the worker to the content script of one frame. `run` marks the forms that this run fills. `site` is the one that
 * was decided about: a page of another site refuses, since a tab may have gone on between the decision and the request.
 */
export type PageRequest = {
  tool: string;
  run: string;
  site: string;
  args: JsonObject;
  limitMs: number;
  /** The text to fill in is a secret of the person: it is never read back, and goes into no form that leads elsewhere. */
  secret?: true;
};

/** What the page did. `changed` says in words what changed by it, for tools that act. */
export type PageReply =
  | { kind: 'done'; value: JsonObject; changed: string[] }
  /** The message says how to mend the call. `again`: the page is loading what the call needs; repeat it once the tab has settled. */
  | { kind: 'failed'; message: string; again?: true }
  /** It was pressed, and what came of it can't be seen: it is not repeated. */
  | { kind: 'uncertain'; message: string };

/** `look` is asked before a decision and changes nothing. */
export type PageLook = {
  /** The page is of another site than the one asked about, and nothing was looked at. */
  elsewhere?: true;
  /** The form that stands on the page, for compose-like tools. */
  form?: MailForm;
  /** What the page says of a mail that was sent, in its own words. */
  sent?: string;
  /** The control that `ref` names: how it reads, and whether pressing it submits a form the run has filled. */
  control?: { role: string; name: string; inFilledForm: boolean; sends?: Sending };
};

/** What a form would send: where to, and the values of its fields by their names; those that are never read say that they are filled. */
export type Sending = { to: string; fields: Record<string, string> };

/** What the content script's `read` yields: like a `Reading`, before the worker numbers it. */
export type PageReading = {
  url: string;
  title: string;
  byline?: string;
  published?: string;
  passages: { text: string; heading?: string }[];
  links: Omit<PageLink, 'id'>[];
  notes: string[];
};

/** Everything the worker says to a content script. The replies, in order: ready, PageReply, PageLook, whether it was found. */
export type PageMessage =
  | { annex: 'ping' }
  | { annex: 'page'; request: PageRequest }
  | { annex: 'look'; request: PageRequest }
  | { annex: 'highlight'; quote: string }
  /** Ends what the page is doing for a run, as soon as it can be ended. Answered with `{stopped: true}`. */
  | { annex: 'stop'; run: string };
