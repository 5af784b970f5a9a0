/** A small map kept in the browser's memory while it runs: survives the service worker, not the browser. */
export function remembered(name: string): {
  get: (key: string) => Promise<number | undefined>;
  put: (key: string, value: number) => Promise<void>;
} {
  const at = (key: string) => `${name}/${key}`;
  return {
    get: async (key) => {
      const found = (await chrome.storage.session.get(at(key)))[at(key)];
      return typeof found === 'number' ? found : undefined;
    },
    put: (key, value) => chrome.storage.session.set({ [at(key)]: value }),
  };
}
