/** The id in a pinned reference to an agent, as in `researcher@1.0.0`. */
export function agentIdOf(ref: string): string {
  return ref.split('@')[0] ?? ref;
}
