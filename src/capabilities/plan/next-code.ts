const letters = "abcdđeghiklmnopqrstuvxy";

/** The next free code of a clause: its path and the next letter, as in III.2-b. */
export function nextCode(path: string, taken: string[]): string {
  const letter = [...letters].find((candidate) => !taken.includes(`${path}-${candidate}`));
  if (letter) return `${path}-${letter}`;
  let number = letters.length + 1;
  while (taken.includes(`${path}-${number}`)) number += 1;
  return `${path}-${number}`;
}

/** The nearest clause with a number of its own, after which obligations are called: "I.1" of "I.1.p2". */
export const codeBase = (path: string): string => path.replace(/(\.[pb]\d+)+$/u, "");
