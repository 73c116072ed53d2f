/** Words in pairs, as texts are told apart. */
export const pairsOf = (text: string): Set<string> => {
  const words = text.toLocaleLowerCase("vi").match(/[\p{L}\p{M}\d]+/gu) ?? [];
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
};

/** How many pairs two texts share, of those that the shorter has. */
function shared(one: Set<string>, other: Set<string>): number {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one];
  return short.size === 0 ? 0 : [...short].filter((pair) => long.has(pair)).length / short.size;
}

/** Of so much that two people ask the same. */
const ALIKE = 0.25;
/** So many make a question that is asked often. */
const OFTEN = 3;

/** What is asked often, each with all that ask it, the first asked first. */
export function oftenAsked<Asked extends { words: string }>(asked: readonly Asked[]): Asked[][] {
  const groups: { pairs: Set<string>; all: Asked[] }[] = [];
  for (const one of asked) {
    const pairs = pairsOf(one.words);
    const group = groups.find((each) => shared(each.pairs, pairs) >= ALIKE);
    if (group) group.all.push(one);
    else groups.push({ pairs, all: [one] });
  }
  return groups.filter(({ all }) => all.length >= OFTEN).map(({ all }) => all);
}
