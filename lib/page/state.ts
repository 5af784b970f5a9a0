import { editorText, isDialog, isDisabled, isEditor, isInput, isSelect, isTextField, isToggle } from './elements.ts';
import { seenName } from './name-content.ts';
import { isSecret } from './sensitive.ts';
import { cutTo, tidy } from './text.ts';

const VALUE_LIMIT = 300;
const OPTION_LIMIT = 25;

/** States by WAI-ARIA and HTML, in words, only where they say something. */
export function statesOf(element: Element, role: string): string[] {
  const states: string[] = [];
  const on = checkedness(element, role);
  if (on) states.push(on);
  if (isDisabled(element)) states.push('disabled');
  const expanded = element.getAttribute('aria-expanded') ?? disclosure(element);
  if (expanded) states.push(expanded === 'true' ? 'expanded' : 'collapsed');
  if (element.getAttribute('aria-selected') === 'true') states.push('selected');
  if (element.getAttribute('aria-pressed') === 'true') states.push('pressed');
  const current = element.getAttribute('aria-current');
  if (current && current !== 'false') states.push('current');
  if (element.matches(':required,[aria-required="true"]')) states.push('required');
  if (element.matches('[aria-invalid]:not([aria-invalid="false"])')) states.push('invalid');
  if (isTextField(element) && element.readOnly) states.push('read only');
  if (isDialog(element) && element.matches(':modal')) states.push('modal');
  return states;
}

/** `on`, `off` or `mixed` for what can be switched. */
export function checkedness(element: Element, role: string): string | undefined {
  if (isToggle(element)) return element.indeterminate ? 'mixed' : element.checked ? 'on' : 'off';
  const checked = element.getAttribute('aria-checked');
  if (checked) return checked === 'true' ? 'on' : checked === 'mixed' ? 'mixed' : 'off';
  return role === 'switch' || role === 'checkbox' ? 'off' : undefined;
}

function disclosure(element: Element): string | undefined {
  const parent = element.parentElement;
  if (element.localName !== 'summary' || parent?.localName !== 'details') return undefined;
  return String(parent.hasAttribute('open'));
}

/** What a field holds, as a person may be told: ` = "text"`, or `filled` and `empty` for secrets. Nothing for other elements. */
export function shownValue(element: Element): string {
  if (isSecret(element)) return isTextField(element) && element.value !== '' ? 'filled' : 'empty';
  const value = plainValue(element);
  return value === undefined ? '' : `= "${cutTo(value, VALUE_LIMIT)}"`;
}

/** The value of a field that is no secret. */
export function plainValue(element: Element): string | undefined {
  if (isSelect(element)) return [...element.selectedOptions].map((option) => tidy(option.text)).join(', ');
  if (isTextField(element)) return element.value;
  if (isInput(element)) return inputValue(element);
  if (isEditor(element)) return tidy(editorText(element));
  if (element.getAttribute('role') === 'combobox') return tidy(seenName(element));
  return element.getAttribute('aria-valuetext') ?? element.getAttribute('aria-valuenow') ?? undefined;
}

function inputValue(input: HTMLInputElement): string | undefined {
  if (input.type === 'file') return [...(input.files ?? [])].map((file) => file.name).join(', ');
  return ['checkbox', 'radio', 'submit', 'button', 'reset', 'image', 'hidden'].includes(input.type)
    ? undefined
    : input.value;
}

export function optionsOf(select: HTMLSelectElement): string {
  const offered = [...select.options].filter((option) => getComputedStyle(option).display !== 'none');
  const names = offered.map((option) => cutTo(tidy(option.text), 60)).filter(Boolean);
  const rest = names.length - OPTION_LIMIT;
  return names.slice(0, OPTION_LIMIT).join(' | ') + (rest > 0 ? ` | and ${rest} more` : '');
}
