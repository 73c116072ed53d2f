import { piecesOf } from "./pieces.ts";
import { runsOf, visible } from "./read-syllables.ts";

/**
 * The runs of three syllables of a text, without diacritics and case, each once: signed hashes of 32 bits, from which
 * its words cannot be read. What of them two texts share tells how far one was made of the other.
 */
export const runsInText = (text: string): Set<number> =>
  new Set(Int32Array.from(runsOf(Uint32Array.from(piecesOf(visible(text)).hashes))));
