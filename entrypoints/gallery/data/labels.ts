import type { Label } from '#lib/core/label.ts';
import { joinLabels, siteLabel } from '#lib/core/label.ts';

export const NEWS = 'https://news.example';
export const LEDGER = 'https://ledger.example';
export const MAIL = 'https://mail.example';

export const fromNews: Label = siteLabel(NEWS);
export const fromBoth: Label = joinLabels([siteLabel(NEWS), siteLabel(LEDGER)]);
export const fromMail: Label = siteLabel(MAIL);
