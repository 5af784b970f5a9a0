import { resolve } from 'node:path';

/** The command was called wrongly; the message says how to mend it. Exit code 2. */
export class UsageError extends Error {}

/** A path as the caller meant it: npm changes into the repository first and keeps where it was called from. */
export const fromCaller = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

export const USAGE = `annex run: starts an agent on a task in a Chromium of its own, and prints what came of it.

  npm run annex -- run --agent ID --task TEXT [options]

  --agent ID                 researcher, correspondent, …
  --task TEXT                what it is to do
  --open URL                 opens a page and attaches it to the task; may be repeated
  --allow ORIGIN=CAP,CAP     always grants for the agent: read, act, mail, calendar, files; may be repeated
  --input ARTIFACT_ID        hands over an artifact that stands in --profile; may be repeated
  --engine basic|URL#MODEL   basic (no model, the default) or an OpenAI-compatible server
  --size small|large         with URL#MODEL: small follows playbooks, large decides freely (the default)
  --key-env NAME             with URL#MODEL: the environment variable that holds the key
  --answer none|all|refuse|FILE
                             approvals: left parked (the default), each allowed once, each refused, or by the rules of
                             a JSON list [{"tool"?, "site"?, "agent"?, "answer": "allow"|"refuse", "scope"?, "edit"?}],
                             where the first match wins and what matches none stays parked
  --budget usd=N,tokens=N,steps=N,minutes=N
                             caps of the run and all that it hands on, any of them; a reached cap pauses it
  --prepare MODULE           a module whose default export is async (page) => …, with a Playwright page; for signing in
  --profile DIR              the browser's profile, kept; without it a new one that is deleted at the end
  --timeout S                seconds until the run is stopped; 300 if not said
  --json                     prints one JSON document on stdout (docs/schema/run-output.json); use npm run --silent
  --headed                   shows the browser

Progress goes to stderr. Exit code: 0 succeeded, 2 wrong usage, 3 ended otherwise, 4 waits for a person or is paused,
5 out of time.`;
