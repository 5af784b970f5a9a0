import type * as z from 'zod/mini';
import type { Call, Capability, Effect } from './call.ts';
import type { Json, JsonObject } from './json.ts';
import type { RunState } from './run.ts';

/** What a person reads of a call, before and after. Plain words, never the raw call. */
export type CallWords = { doing: string; did: string };

/** What is declared of a tool. Data only: who runs it is bound in the worker's compose.ts. */
export type ToolSpec = {
  name: string;
  capability: Capability;
  effect: Effect;
  /** For the engine: what it does, when to use it, what comes back. */
  description: string;
  args: z.ZodMiniType<JsonObject>;
  /** Arguments that decide where something goes (recipient, address, account, file). */
  control: readonly string[];
  /** Those of them that name something in the site's own lists (a channel, an event, a file) where the others are addresses. */
  names?: readonly string[];
  /** What it does reaches nobody outside the site's own members, and brings them no words. */
  inside?: true;
  /** Its outcome is records: what the site's own interface shows in fields, each apart from running text. */
  fields?: true;
  /** `page` runs in a tab's page, `browser` through Chrome's own interfaces, `annex` in Annex's own space. */
  where: 'page' | 'browser' | 'annex';
  /** The person is asked each time, whatever is granted: what the call sets going goes on by itself. */
  asksAlways?: true;
  words: (args: JsonObject, names: Names) => CallWords;
  /** How long one call may take, ms. */
  limitMs: number;
  /** Ends with a run that it set going, not with the step in which it began: it goes beside others, and is looked after until then. */
  lasting?: boolean;
};

/** Whether calls of a tool go side by side. */
export function goesBeside({ effect, lasting }: Pick<ToolSpec, 'effect' | 'lasting'>): boolean {
  return effect === 'read' || lasting === true;
}

/** How words name things: a tab by its page's title, an artifact by its title. */
export type Names = { tab: (id: number) => string; artifact: (id: string) => string };

/** What is true at the moment of deciding, found without side effects. */
export type Situation =
  | {
      kind: 'found';
      /** The site that the call touches; `annex` for Annex's own space. */
      site: string;
      /** Chrome lets Annex into that site now. */
      reachable: boolean;
      url: string;
      title: string;
      /** The control arguments as they stand on the page, where the tool takes them from there. */
      payload?: Json;
      /** Why the call weighs more than its tool says: a click on the submit button of a form that the run filled. */
      raised?: { to: Effect; reason: string };
      controls?: { name: string; value: string }[];
      headline?: string;
      editable?: string[];
      /** Why it may not be, whoever asks; the message tells a decider what to do instead. */
      refused?: { rule: string; message: string };
    }
  | { kind: 'gone'; message: string };

/** What the broker is told of the run whose call it decides. */
export type CallContext = { state: RunState; call: Call; spec: ToolSpec };
