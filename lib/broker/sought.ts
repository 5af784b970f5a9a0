import type { Call } from '#lib/core/call.ts';
import { mailsIn, normalMail, urlsIn } from './addresses.ts';
import { isDay } from './days.ts';
import { standsIn } from './named.ts';
import type { Spoken } from './spoken.ts';
import { textsOf } from './texts.ts';

/** What was looked for, where every word of it is the person's. A day narrows a search; it names nothing. */
export function soughtBy({ args }: Call, spoken: Spoken): string | undefined {
  const sought = Object.values(args)
    .flatMap(textsOf)
    .filter((one) => one.trim() !== '' && !isDay(one));
  const [first] = sought;
  return first !== undefined && sought.every((one) => isSaid(one, spoken)) ? first : undefined;
}

/** An address is compared as a whole: looking into evil.example is not asked for by one who says that a page is evil. */
function isSaid(value: string, spoken: Spoken): boolean {
  const mail = normalMail(value);
  if (mail !== undefined) return mailsIn(spoken.text).some((one) => one.normal === mail);
  if (standsIn(value, spoken)) return true;
  const addresses = new Set(urlsIn(value).map((one) => one.normal));
  return addresses.size > 0 && urlsIn(spoken.text).some((one) => addresses.has(one.normal));
}

/** Whether a call asked just for what the person's words name: all that it looked for is theirs. */
export const isNamedCall = (call: Call, spoken: Spoken): boolean => soughtBy(call, spoken) !== undefined;
