import { join } from 'node:path';
import type { Demo } from '../../demo/server.ts';
import { launch } from '../browser/launch.ts';
import { pressToolbarButton } from '../browser/toolbar-button.ts';
import { workerOf } from '../browser/worker.ts';
import { ROOT } from '../command.ts';
import { articlesOf, MIRA, mailOf, QUESTION } from './pages.ts';

const firstMinutes = `
Annex stands beside the page. The first five minutes:

  1. In the panel, press "Read this page and write a brief". Chrome asks whether Annex may work on this site: Allow.
  2. Watch the steps, then open the report. Press a number in it to see the passage that the claim rests on, marked
     in the page.
  3. Back home, add the other two articles with "+ tab", and ask:
       ${QUESTION}
  4. On that report, press "Send as mail…" and end the task with an address: ${MIRA}
     With "+ tab", "Show my open tabs", add "Inbox · Post". Press Start. Chrome asks again, for the webmail.
  5. Annex asks whether Correspondent may write mail on this site, fills the form in the Post tab, and asks before it
     sends. Mend the words if you like, then Send or Don't send.
  6. Look at Sites (in the menu at the top right): everything you allowed, with Revoke on each row.

Close the browser to end.`;

/** Opens a Chromium with what ships of Annex beside the demo world, and stays until the person closes it. */
export async function atDesktop(demo: Demo): Promise<number> {
  const profile = join(ROOT, '.cache', 'start-profile');
  const launched = await launch({ flavour: 'shipped', headed: true, forPerson: true, profile });
  const { context, cdp, extensionId } = launched;
  const closed = new Promise<void>((done) => context.once('close', () => done()));
  const [first = await context.newPage()] = context.pages();
  for (const [index, url] of [mailOf(demo), ...articlesOf(demo)].entries()) {
    const page = index === 0 ? first : await context.newPage();
    await page.goto(url);
  }
  const beside = context.pages().at(-1) ?? first;
  try {
    await pressToolbarButton(cdp, { extensionId, beside, worker: await workerOf(launched) });
  } catch {
    console.log(
      "Chrome did not open the panel by itself: press Annex's button in the toolbar (the puzzle piece shows it).",
    );
  }
  console.log(firstMinutes);
  await closed;
  return 0;
}
