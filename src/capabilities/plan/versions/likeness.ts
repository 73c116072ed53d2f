/** The words of a text with how often each stands there. */
export interface Tokens {
  counts: Map<string, number>;
  size: number;
}

export function tokensOf(text: string): Tokens {
  const words = text.toLocaleLowerCase("vi").match(/[\p{L}\p{M}\d]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

/** How much two texts share of their words (Dice), 0 to 1; 0 also when it cannot reach `least`. */
export function likeness(one: Tokens, other: Tokens, least = 0): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  if (few.size === 0 || (2 * few.size) / (few.size + many.size) < least) return 0;
  let shared = 0;
  for (const [word, count] of few.counts) shared += Math.min(count, many.counts.get(word) ?? 0);
  return (2 * shared) / (few.size + many.size);
}
