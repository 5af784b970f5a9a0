import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What only the driver's flavour may hold. */
const FILES = [/^driver\.html$/, /^gallery\.html$/];
const WORDS = ['globalThis.annex', 'driver.html', 'gallery.html'];

/** Lists what of the driver and the gallery stands in a build, in words; empty for one that may ship. */
export function findTraces(output: string): string[] {
  const files = readdirSync(output, { recursive: true, encoding: 'utf8' });
  const manifest: { host_permissions?: string[] } = JSON.parse(readFileSync(join(output, 'manifest.json'), 'utf8'));
  return [
    ...files.filter((file) => FILES.some((pattern) => pattern.test(file))).map((file) => `the page ${file}`),
    ...(manifest.host_permissions ? ['host_permissions in the manifest'] : []),
    ...files
      .filter((file) => /\.(?:js|html|json)$/.test(file))
      .flatMap((file) => {
        const text = readFileSync(join(output, file), 'utf8');
        return WORDS.filter((word) => text.includes(word)).map((word) => `"${word}" in ${file}`);
      }),
  ];
}
