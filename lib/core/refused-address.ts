import { isLoopback } from './site.ts';

/** Why no agent works on an address, whoever asks; the message tells a decider what to do instead. */
export type Refusal = { rule: 'address' | 'never'; message: string };

const refuse = (why: string): Refusal => ({
  rule: 'address',
  message: `${why} Agents do not work there. Go on without it.`,
});

/** The shops from which the browser takes its extensions: Chrome shuts them to extensions as well, today. */
const STORES = [
  { host: 'chromewebstore.google.com', path: '/' },
  { host: 'chrome.google.com', path: '/webstore' },
  { host: 'microsoftedge.microsoft.com', path: '/addons' },
];
const BROWSERS_OWN = new Set([
  'chrome:',
  'chrome-extension:',
  'chrome-untrusted:',
  'devtools:',
  'edge:',
  'brave:',
  'about:',
]);

/**
 * Built-in refusals. `loopback`: the person lets agents use numbers of this machine. Looks at the address as the browser reads it, so
 * that `http://2130706433/` is 127.0.0.1 here as well.
 */
export function refusedAddress(address: string, { loopback }: { loopback: boolean }): Refusal | undefined {
  if (!URL.canParse(address)) return refuse('This is no whole address.');
  const { protocol, hostname: host, pathname, username, password } = new URL(address);
  if (BROWSERS_OWN.has(protocol)) return refuse("This is one of the browser's own pages.");
  if (protocol !== 'http:' && protocol !== 'https:') return refuse(`"${protocol}" is no address of a web page.`);
  if (username || password) return refuse('This address holds a name or a password before the host.');
  // Chrome's wall takes it for the host without the dot, and what the person said of that site would not count for it.
  if (host.endsWith('.')) return refuse('This address ends the name of its host with a dot.');
  if (isNumber(host) && !(loopback && isLoopback(`http://${host}`)))
    return refuse(
      isLoopback(`http://${host}`)
        ? 'This is an address of this machine, which the person has not let agents use.'
        : 'This address is a number in place of a name.',
    );
  const isStore = STORES.some((one) => host === one.host && isBelow(pathname, one.path));
  return isStore ? refuse('This is a store of browser extensions.') : undefined;
}

/** IPv4 as the URL standard writes it, whatever it was written as, or IPv6. */
const isNumber = (host: string): boolean => host.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(host);

const isBelow = (path: string, root: string): boolean => root === '/' || path === root || path.startsWith(`${root}/`);
