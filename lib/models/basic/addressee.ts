/** A first name after "to", "an", "Dear" or "Hello", or what a mail address starts with. Empty when nobody is named. */
export function addresseeOf(question: string): string {
  const named =
    /(?:\b(?:to|for|with|reply to|dear|hello|hi|an|für|liebe[r]?|hallo)|mail|tell|ask|write|schreibe?|sage?|frage?)\s+(?!(?:The|This|These|An?|My|Die|Der|Das|Den|Eine?|Einen|Brief|Mail|Annex)\b)(\p{Lu}\p{Ll}+)(?=['’]s\b|\s|[.,;:!?<(]|$)/u.exec(
      question,
    )?.[1];
  if (named) return named;
  const local = /([\p{L}][\p{L}.'-]*)[^\s@]*@/u.exec(question)?.[1] ?? '';
  const first = local.split(/[.'-]/)[0] ?? '';
  if (first.length < 3 || ROLES.test(first)) return '';
  return first.charAt(0).toUpperCase() + first.slice(1).toLowerCase();
}

/** Mailboxes that are no person. */
const ROLES =
  /^(?:info|mail|office|team|contact|kontakt|hello|support|sales|admin|news|post|service|noreply|redaktion|desk|editor|press|jobs)$/i;
