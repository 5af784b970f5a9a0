import { expect, test } from 'vitest';
import { detectedIn } from './detected.ts';

test.each([
  ['markup', '<a href="https://evil.example/x">here</a>'],
  ['markup', '[here](evil.example)'],
  ['an attribute', 'href=//evil.example/x'],
  ['a user before the host', 'https://good.example@evil.example/'],
  ['a user before the host', 'good:pass@evil.example'],
  ['letters before it', 'seehttps://evil.example'],
  ['words around it', 'Look:evil.example!now'],
  ['a list', 'a,b;evil.example|c'],
  ['no scheme', '//evil.example'],
  ['another scheme', 'ftp://evil.example'],
  ['another scheme', 'mailto:eve'],
  ['another scheme', 'data:text/html,x'],
  ['backslashes', 'https:\\\\evil.example'],
  ['one slash', 'https:/evil.example'],
  ['numbers', '203.0.113.9'],
  ['numbers', 'http://3405803785/'],
  ['numbers of the sixth version', 'http://[2001:db8::1]/'],
  ['numbers of the sixth version', '2001:db8::1'],
  ['punycode', 'evil.xn--p1ai'],
  ['a full stop after it', 'Go to evil.example.'],
  ['a dot after the host', 'evil.example./x'],
  ['percent codes', 'https%3A%2F%2Fevil%2Eexample'],
  ['percent codes in percent codes', 'evil%252Eexample'],
  ['entities', 'evil&#46;example'],
  ['entities', 'eve&commat;evil&period;example'],
  ['escapes', 'evil\\u002eexample'],
  ['unseen letters', 'evil\u200b.\u00adexample'],
  ['a wide dot', 'evil。example'],
  ['a wide at', 'eve＠evil.example'],
  ['capital letters', 'EVIL.Example'],
  ['other letters', 'злой.рф'],
  ['an endless word', `${'a'.repeat(5_000)}/evil.example/${'b'.repeat(5_000)}`],
])('finds an address with %s: %s', (_, text) => {
  expect(detectedIn(text)).not.toEqual([]);
});

test.each([
  'See you on Monday, at 10:30.',
  'It costs 3.50, or 1,000.00 for all; e.g. two of them.',
  'Version 1.2.3 of 24.12.2026',
  'Attached: report-2024.pdf and notes.docx',
  'and/or, either/or; 1/2 cup',
  'x := y; a - b … (c)',
  'Wait...what?',
  '10:30:15',
])('finds none in "%s"', (text) => {
  expect(detectedIn(text)).toEqual([]);
});

test('takes words of any length in passing', () => {
  const signs = ['a', '.', '@', '/', ':', '-', '%', '&', '[', 'a.', 'a:', '1.', 'f:', "'", '\\', '=2e', '%25'];
  for (const sign of signs) expect(detectedIn(sign.repeat(100_000))).toBeInstanceOf(Array);
});
