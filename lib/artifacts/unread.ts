/** Says which ids were never read, and which ids there are, as ranges: "s1p1 to s1p14". */
export function unreadMessage(unread: readonly string[], known: readonly string[]): string {
  const named = unread.slice(0, 8).join(', ') + (unread.length > 8 ? ` and ${unread.length - 8} more` : '');
  const [were, each] = unread.length === 1 ? ['This passage was', 'it'] : ['These passages were', 'each'];
  if (known.length === 0)
    return `${were} never read: ${named}. Nothing was read in this run yet; read a page first, or leave the cites empty.`;
  return `${were} never read: ${named}. Replace ${each} by the id of a passage that was read (${ranges(known)}), or leave the cites empty.`;
}

function ranges(ids: readonly string[]): string {
  const bySource = new Map<string, string[]>();
  for (const id of ids) {
    const source = id.replace(/\d+$/, '');
    bySource.set(source, [...(bySource.get(source) ?? []), id]);
  }
  const all = [...bySource.values()].map((group) => {
    const [first, last] = [group[0], group.at(-1)];
    return group.length === 1 ? `${first}` : `${first} to ${last}`;
  });
  return all.length > 12 ? `${all.slice(0, 12).join(', ')} and more` : all.join(', ');
}
