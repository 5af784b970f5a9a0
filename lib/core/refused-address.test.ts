import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusedAddress } from './refused-address.ts';

const strict = (address: string) => refusedAddress(address, { loopback: false })?.rule;

test.each([
  'chrome://settings',
  'chrome-extension://abcdefghijklmnop/sidepanel.html',
  'about:blank',
  'devtools://devtools/bundled/inspector.html',
  'file:///etc/passwd',
  'data:text/html,hello',
  'blob:https://news.example/7f',
  'javascript:alert(1)',
  'view-source:https://news.example/',
  'ftp://files.example/',
  'https://mira@news.example/',
  'https://mira:secret@news.example/',
  'https://chromewebstore.google.com/detail/annex/abc',
  'https://chromewebstore.google.com./detail/annex/abc',
  'https://chrome.google.com/webstore/category/extensions',
  'https://microsoftedge.microsoft.com/addons/detail/annex',
  'https://news.example./',
  'http://localhost.:3000/',
  'https://news.example。/',
  'http://192.168.1.1/admin',
  'http://192.168.1.1./admin',
  'http://3232235777/admin',
  'http://0xc0a80101/',
  'http://0300.0250.1.1/',
  'http://169.254.169.254/latest/meta-data',
  'http://[fe80::1]/',
  'http://127.0.0.1:8080/',
  'http://2130706433/',
  'http://[::1]:3000/',
  'no address',
])('refuses %s', (address) => {
  expect(strict(address)).toBe('address');
});

test.each([
  'https://news.example/',
  'http://news.localhost:8080/',
  'http://localhost:3000/',
  'https://chrome.google.com/intl/en/chrome',
  'https://chrome.google.com/webstores',
  'https://1.2.3.4.example/',
  'https://notchromewebstore.google.com.example/',
])('lets %s be decided like any other', (address) => {
  expect(strict(address)).toBeUndefined();
});

test('lets numbers of this machine through by choice, and no other number', () => {
  const chosen = (address: string) => refusedAddress(address, { loopback: true })?.rule;
  expect(['http://127.0.0.1:1/', 'http://[::1]/', 'http://127.9.9.9/'].map(chosen)).toEqual(Array(3).fill(undefined));
  expect(['http://10.0.0.1/', 'http://[::2]/', 'http://0.0.0.0/'].map(chosen)).toEqual(Array(3).fill('address'));
});

test('never throws, and refuses whatever is no http address', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl()), (address) => {
      const isWeb = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
      return isWeb || strict(address) === 'address';
    }),
  );
});
