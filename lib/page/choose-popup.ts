import { type Choosing, type Chosen, matchOption, refuse } from './choice.ts';
import { clickOn } from './click.ts';
import { nameOf } from './name.ts';
import { makeReady } from './ready.ts';
import { readsAs } from './refs.ts';
import { roleOf } from './role.ts';
import { plainValue } from './state.ts';
import { cutTo } from './text.ts';
import { findAll } from './tree.ts';
import { sharedEyes } from './visibility.ts';

/** Opens a drawn list of options, clicks the one wanted, and reads the control back. */
export async function chooseFromPopup(element: Element, wanted: string, { point, settled }: Choosing): Promise<Chosen> {
  const reads = readsAs(element);
  if (shownOptions(element).length === 0) {
    clickOn(point.target, point);
    await settled();
  }
  const options = shownOptions(element);
  const option = matchOption(options, wanted, (one) => [nameOf(one, 'option'), one.getAttribute('data-value') ?? '']);
  if (!option) {
    const names = options.slice(0, 25).map((one) => cutTo(nameOf(one, 'option'), 60));
    return refuse(
      names.length > 0
        ? `${reads} has no option "${wanted}". It has: ${names.join(' | ')}.`
        : `${reads} opened no list of options. Take a snapshot, then click.`,
    );
  }
  const before = shows(element);
  const name = nameOf(option, 'option');
  const ready = makeReady(option);
  if (ready.kind === 'refused') return refuse(ready.message);
  clickOn(ready.target, ready);
  await settled();
  const now = shows(element);
  if (option.getAttribute('aria-selected') === 'true' || now.includes(name) || now !== before)
    return { kind: 'chosen', words: `${reads} is now "${now || name}".` };
  return refuse(`${reads} did not take "${wanted}": it shows "${now}". Take a snapshot to see why.`);
}

const shows = (element: Element) => plainValue(element) || nameOf(element);

function shownOptions(element: Element): Element[] {
  const eyes = sharedEyes();
  const list = element.getAttribute('aria-controls') ?? element.getAttribute('aria-owns');
  const root =
    (list && element.ownerDocument.getElementById(list)) ||
    (roleOf(element) === 'listbox' ? element : element.ownerDocument);
  return findAll(root, '[role=option],[role=menuitem],[role=menuitemradio],[role=treeitem]', 300).filter(
    (one) => eyes.look(one).kind === 'shown',
  );
}
