import { build } from 'vite';
import { ROOT } from '../command.ts';

/** Bundles a module for the browser as `NAME.js`; throws with what it could not resolve. */
export async function bundle(
  entry: string,
  { root = ROOT, to, name }: { root?: string; to: string; name: string },
): Promise<void> {
  await build({
    ...{ root, configFile: false, logLevel: 'silent', publicDir: false },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ...{ outDir: to, emptyOutDir: false, target: 'esnext', minify: true },
      lib: { entry, formats: ['es'], fileName: () => `${name}.js` },
    },
  });
}
