/** A part of the host of its own, so that a newspaper with "mail" in its name is none. */
const MAIL_HOST = /(^|\.)((web|fast|proton|g)?mail\d*|outlook)\./i;

/** Guesses from address and title that a tab is a mail page. A guess only: whether a form stands there is for `compose` to say. */
export function looksLikeMail({ url, title }: { url: string; title: string }): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, pathname } = new URL(url);
  return MAIL_HOST.test(hostname) || /\/(web)?mail(\/|$)/i.test(pathname) || /\b(inbox|webmail)\b/i.test(title);
}
