import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

const PERMISSIONS = [
  'activeTab',
  'alarms',
  'contextMenus',
  'notifications',
  'offscreen',
  'scripting',
  'sidePanel',
  'storage',
  'unlimitedStorage',
];
const EVERY_SITE = ['http://*/*', 'https://*/*'];

/**
 * Two flavours: `production` is what ships; `driver` serves the terminal driver and the tests. The driver's build has
 * its hosts granted in the manifest (nobody is there to answer Chrome's prompt) and one extra page, `driver.html`.
 */
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [preact({ devToolsEnabled: false })], build: { target: 'chrome121' } }),
  manifest: ({ mode }) => ({
    name: mode === 'driver' ? 'Annex (driver)' : 'Annex',
    description: '__MSG_description__',
    default_locale: 'en',
    minimum_chrome_version: '121',
    ...(mode === 'driver'
      ? { permissions: [...PERMISSIONS, 'tabs'], optional_permissions: ['tabGroups'] }
      : { permissions: PERMISSIONS, optional_permissions: ['tabs', 'tabGroups'] }),
    ...(mode === 'driver' ? { host_permissions: EVERY_SITE } : { optional_host_permissions: EVERY_SITE }),
    action: { default_title: '__MSG_openPanel__' },
    omnibox: { keyword: 'annex' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+A' } },
    },
    content_security_policy: {
      // No text becomes markup or a script's address but through the sanitiser's own policy.
      extension_pages:
        "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types dompurify",
    },
  }),
  hooks: {
    'entrypoints:resolved': (wxt, entrypoints) => {
      if (wxt.config.mode === 'driver') return;
      for (const entrypoint of entrypoints)
        if (['driver', 'gallery'].includes(entrypoint.name)) entrypoint.skipped = true;
    },
  },
});
