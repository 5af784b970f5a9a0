import { expect, test } from 'vitest';
import type { Input } from '#lib/core/input.ts';
import { siteLabel, USER } from '#lib/core/label.ts';
import { tabInput } from '../simulate.test-support.ts';
import { type Bound, jsonOf, labelOf } from './bound.ts';
import { find, rootScope } from './scope.ts';

const NEWS = siteLabel('https://news.example');
const scopeOf = (inputs: Input[]) => rootScope({ task: 'Mail it', inputs }, []);
const at = (inputs: Input[], pointer: string) => {
  const bound: Bound | undefined = find(scopeOf(inputs), pointer);
  return bound && { value: jsonOf(bound), label: labelOf(bound) };
};

const selection: Input = { kind: 'selection', text: 'Quote', url: 'https://news.example/1', title: 'Page', tab: 1 };

test('labels the task and what the person chose as theirs, and page text as the site’s', () => {
  expect(at([], '/task')).toEqual({ value: 'Mail it', label: USER });
  expect(at([tabInput(1)], '/inputs/tabs/0/tab')).toEqual({ value: 1, label: USER });
  expect(at([tabInput(1)], '/inputs/tabs/0/title')).toEqual({ value: 'Page 1', label: NEWS });
  expect(at([selection], '/inputs/selections/0/text')).toEqual({ value: 'Quote', label: NEWS });
  expect(at([selection], '/inputs/selections/0/index')).toEqual({ value: 0, label: USER });
});

test('counts selections apart from other inputs', () => {
  expect(at([tabInput(1), selection, selection], '/inputs/selections/1/index')?.value).toBe(1);
});

const tabOf = (inputs: Input[], pointer: string) => at(inputs, `${pointer}/0/tab`)?.value;

test('takes the tab that looks like a mail page for the mail, wherever it stands', () => {
  const inputs = [tabInput(1), tabInput(2, 'https://mail.example/u/0'), tabInput(3)];
  expect(tabOf(inputs, '/inputs/mail')).toBe(2);
  expect(at(inputs, '/inputs/pages')?.value).toMatchObject([{ tab: 1 }, { tab: 3 }]);
});

test('knows a mail page by host, path or title', () => {
  const other = tabInput(9);
  expect(tabOf([tabInput(1, 'http://mail.localhost:5173/', 'Post'), other], '/inputs/mail')).toBe(1);
  expect(tabOf([tabInput(1, 'https://web.example/mail/inbox'), other], '/inputs/mail')).toBe(1);
  expect(tabOf([tabInput(1, 'https://rc.example/', 'Inbox (3)'), other], '/inputs/mail')).toBe(1);
});

test('takes no newspaper for a mail page', () => {
  const inputs = [tabInput(1, 'https://www.morningmail.example/story'), tabInput(2), tabInput(3)];
  expect(tabOf(inputs, '/inputs/mail')).toBe(3);
});

test('takes the last tab for the mail when none looks like it', () => {
  expect(tabOf([tabInput(1), tabInput(2)], '/inputs/mail')).toBe(2);
  expect(at([], '/inputs/mail')?.value).toEqual([]);
});

test('lets an address without a site stand for itself, untrusted', () => {
  const file = tabInput(1, 'file:///notes.html', 'Notes');
  expect(at([file], '/inputs/tabs/0/title')?.label).toEqual(siteLabel('file:///notes.html'));
});
