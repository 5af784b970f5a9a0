import type { AnnexWorld } from './annex.ts';

type DeveloperPrivate = Record<
  'addHostPermission' | 'removeHostPermission',
  (id: string, host: string) => Promise<void>
>;

/** Chrome's own page of extensions, where people let one into a site and withdraw it: its switches call these. */
export async function createSiteAccess({ context, extensionId }: AnnexWorld) {
  const page = await context.newPage();
  await page.goto(`chrome://extensions/?id=${extensionId}`);
  const call = (name: keyof DeveloperPrivate, site: string) =>
    page.evaluate(
      async ([name, id, host]) => {
        const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
        await developerPrivate[name](id, host);
      },
      [name, extensionId, `${new URL(site).protocol}//${new URL(site).hostname}/*`] as const,
    );
  return {
    allow: (site: string) => call('addHostPermission', site),
    withdraw: (site: string) => call('removeHostPermission', site),
  };
}
