/** Letters that number the điểm of an official document, in order: no f, j, w, z and none of ă â ê ô ơ ư. */
export const pointLetters = "abcdđeghiklmnopqrstuvxy";

/** Position of a điểm letter from 1 ("đ" is 5); null for a letter that numbers nothing. */
export function pointOrdinal(letter: string): number | null {
  const at = letter.length === 1 ? pointLetters.indexOf(letter.toLowerCase()) : -1;
  return at < 0 ? null : at + 1;
}

/** The điểm letter at a position from 1; null outside the alphabet. */
export function pointLetter(ordinal: number): string | null {
  return pointLetters[ordinal - 1] ?? null;
}
