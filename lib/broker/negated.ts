/** A word that says no, up to the end of its clause. A full stop inside an address ends none, nor does a comma before another address. */
const REFUSED =
  /(?<![\p{L}\p{N}])(?:not|never|\p{L}+n['’]t|dont|cannot|cant|no|without|except|exclude|excluding|avoid|nicht|kein\p{L}*|nie|niemals|außer|ohne)(?![\p{L}\p{N}])(?!\s+(?:forget|hesitate|vergessen)(?![\p{L}\p{N}])).*?(?=[;.!?](?:\s|$)|,(?!\s*[^\s,;]+@)(?:\s|$)|\n|\s(?:but|instead|sondern|aber)\s|$)/giu;

/**
 * Tells apart what a text asks for and what it says not to do: "send to a@x.example, not to b@x.example". Rules, no grammar: what is
 * wrongly taken for refused is asked about, which is the safe side.
 */
export function splitRefused(text: string): { asked: string; refused: string } {
  return { asked: text.replace(REFUSED, ' '), refused: (text.match(REFUSED) ?? []).join('\n') };
}
