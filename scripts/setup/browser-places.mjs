import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Chromium first: it loads an unpacked extension from the command line, which branded Chrome no longer does.
const LINUX = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'google-chrome-beta', 'chrome'];
const MAC = ['Chromium', 'Google Chrome', 'Google Chrome for Testing', 'Google Chrome Canary'];
const WINDOWS = ['Chromium/Application/chrome.exe', 'Google/Chrome/Application/chrome.exe'];

/** The first Chrome or Chromium that stands in one of the usual places, or on the PATH. */
export function installedBrowser() {
  return places().find((path) => existsSync(path));
}

function places() {
  const { env, platform } = process;
  if (platform === 'darwin') {
    const folders = ['/Applications', join(env.HOME ?? '', 'Applications')];
    return MAC.flatMap((name) => folders.map((folder) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return WINDOWS.flatMap((name) => folders.map((folder) => join(folder, name)));
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/google/chrome'];
  return LINUX.flatMap((name) => folders.map((folder) => join(folder, name)));
}
