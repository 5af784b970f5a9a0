import { type Choosing, type Chosen, matchOption, refuse } from './choice.ts';
import { chooseFromPopup } from './choose-popup.ts';
import { clickOn } from './click.ts';
import { isSelect } from './elements.ts';
import { nameOf } from './name.ts';
import { readsAs } from './refs.ts';
import { roleOf } from './role.ts';
import { checkedness, optionsOf, plainValue } from './state.ts';
import { tidy } from './text.ts';

const SWITCHED = new Set('checkbox radio switch menuitemcheckbox menuitemradio'.split(' '));

/** Chooses an option, or switches a checkbox or radio button, and reads it back. */
export async function choose(element: Element, option: string, choosing: Choosing): Promise<Chosen> {
  if (isSelect(element)) return chooseOption(element, option, choosing.settled);
  const role = roleOf(element);
  if (SWITCHED.has(role)) return switchTo(element, option, { ...choosing, role });
  if (role === 'combobox' || role === 'listbox' || element.hasAttribute('aria-haspopup'))
    return chooseFromPopup(element, option, choosing);
  return refuse(`${readsAs(element)} has no options. Use click or fill.`);
}

async function chooseOption(select: HTMLSelectElement, wanted: string, settled: () => Promise<void>): Promise<Chosen> {
  const option = matchOption([...select.options], wanted, (one) => [one.text, one.label, one.value]);
  const reads = readsAs(select);
  if (!option) return refuse(`${reads} has no option "${wanted}". It has: ${optionsOf(select)}.`);
  if (option.matches(':disabled')) return refuse(`The option "${tidy(option.text)}" of ${reads} is disabled.`);
  select.focus({ preventScroll: true });
  option.selected = true;
  select.dispatchEvent(new Event('input', { bubbles: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
  if (option.selected) return { kind: 'chosen', words: `${reads} is now "${tidy(option.text)}".` };
  return refuse(`${reads} did not keep the choice: it shows "${plainValue(select) ?? ''}".`);
}

async function switchTo(
  element: Element,
  wanted: string,
  { point, settled, role }: Choosing & { role: string },
): Promise<Chosen> {
  const reads = readsAs(element);
  const isOn = /^(on|true|yes|checked)$/i.test(wanted) || tidy(wanted).toLowerCase() === nameOf(element).toLowerCase();
  const aim = isOn ? 'on' : /^(off|false|no|unchecked)$/i.test(wanted) ? 'off' : undefined;
  if (!aim) return refuse(`${reads} is switched with "on" or "off".`);
  if (role.endsWith('radio') && aim === 'off')
    return refuse(`${reads} goes off when another one of its group is switched on.`);
  if (checkedness(element, role) === aim) return { kind: 'chosen', words: `${reads} was ${aim} already.` };
  clickOn(point.target, point);
  await settled();
  const now = checkedness(element, role);
  return now === aim ? { kind: 'chosen', words: `${reads} is now ${aim}.` } : refuse(`${reads} stayed ${now}.`);
}
