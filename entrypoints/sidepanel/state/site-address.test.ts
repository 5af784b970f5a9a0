import { expect, test } from 'vitest';
import { siteFrom } from './site-address.ts';

test.each([
  ['mail.example', 'https://mail.example'],
  [' Mail.Example/inbox?x=1 ', 'https://mail.example'],
  ['http://shop.example:8080/a', 'http://shop.example:8080'],
  ['shop.example:8080', 'https://shop.example:8080'],
  ['localhost:4800', 'http://localhost:4800'],
  ['http://intranet', 'http://intranet'],
])('takes "%s" for %s', (text, site) => {
  expect(siteFrom(text, { loopback: false })).toEqual({ site });
});

test.each([
  ['', 'Write the address of a site.'],
  ['mail', '"mail" is not an address of a site. One looks like mail.example.'],
  ['two words.example', '"two words.example" is not an address of a site. One looks like mail.example.'],
  ['chrome://settings', "This is one of the browser's own pages. Agents do not work there."],
  ['file:///etc/passwd', '"file:" is no address of a web page. Agents do not work there.'],
  ['https://chromewebstore.google.com/x', 'This is a store of browser extensions. Agents do not work there.'],
  ['203.0.113.7', 'This address is a number in place of a name. Agents do not work there.'],
  ['https://me:pw@mail.example', 'This address holds a name or a password before the host. Agents do not work there.'],
])('says why "%s" is no site to add', (text, problem) => {
  expect(siteFrom(text, { loopback: false })).toEqual({ problem });
});

test('takes a number of this machine only where the person lets agents use it', () => {
  expect(siteFrom('127.0.0.1:8000', { loopback: true })).toEqual({ site: 'http://127.0.0.1:8000' });
  expect(siteFrom('127.0.0.1:8000', { loopback: false })).toEqual({
    problem: 'This is an address of this machine, which you have not let agents use. Agents do not work there.',
  });
});
