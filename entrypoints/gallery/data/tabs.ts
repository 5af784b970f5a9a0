import type { Input } from '#lib/core/input.ts';
import type { TabInfo } from '#lib/core/person.ts';
import { LEDGER, MAIL, NEWS } from './labels.ts';

export const kestrel: TabInfo = {
  ...{ tab: 11, url: `${NEWS}/heat-pumps`, title: 'The Kestrel: Heat pumps in old houses', active: true },
};
export const grantsPage: TabInfo = {
  ...{ tab: 12, url: `${LEDGER}/grants-2026`, title: 'Ledger: Grants for heating, 2026', active: false },
};
export const mailPage: TabInfo = { tab: 13, url: `${MAIL}/inbox`, title: 'Inbox (4) · Mail', active: false };
export const tabs: TabInfo[] = [kestrel, grantsPage, mailPage];

export const handed = ({ tab, url, title }: TabInfo): Input => ({ kind: 'tab', tab, url, title });
