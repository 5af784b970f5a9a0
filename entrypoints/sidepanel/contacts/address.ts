/** Something before and after one `@`, and nothing that could end an address early or hide in one. */
const ADDRESS = /^[^\s@<>,;:"'()[\]\\\p{C}]{1,64}@[^\s@<>,;:"'()[\]\\\p{C}]{1,253}$/u;

/** Whether text is one mail address: what a person may write into the list, and what is taken from a file. */
export function isMailAddress(text: string): boolean {
  const domain = text.slice(text.lastIndexOf('@') + 1);
  return ADDRESS.test(text) && !/^[.-]|[.-]$|\.\./.test(domain);
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\s]+/gu;

/** A name on one line, without characters that nobody sees: they could turn the order of what stands beside it. */
export const cleanName = (text: string): string => text.replace(UNSEEN, ' ').trim().slice(0, 120);
