import { cleanText } from "./clean-text.ts";
import { beginsWithMark, fromLegacy, judgeLetters, type LetterCoding } from "./legacy-letters.ts";

/** Text of one look inside a paragraph. */
export interface Piece {
  text: string;
  /** Bold or italic. */
  strong: boolean;
  caps: boolean;
  /** The letters that its font draws; null for Unicode. */
  coding: LetterCoding | null;
}

/** Adds text to a paragraph, to its last piece when that looks the same. */
export function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  const same =
    last && last.strong === piece.strong && last.caps === piece.caps && last.coding === piece.coding;
  if (same && last.text.length < 4096) last.text += piece.text;
  else pieces.push(piece);
}

/**
 * The pieces of a paragraph in Unicode: those in legacy fonts are converted once, those that are Unicode in spite of
 * their font are left alone. What could be either follows the other pieces of the paragraph, else its font.
 */
export function settleLetters(pieces: Piece[]): Piece[] {
  if (pieces.every(({ coding, caps }) => coding === null && !caps)) return pieces;
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    if (before && before.coding === "vni" && beginsWithMark(piece.text, piece.coding)) {
      before.text += piece.text[0];
      piece.text = piece.text.slice(1);
    }
  }
  const judged = pieces.map(({ text, coding }) => (coding === null ? null : judgeLetters(text, coding)));
  const unicodeAround = judged.includes("unicode") && !judged.includes("legacy");
  return pieces.map((piece, at) => {
    const { coding, caps } = piece;
    const keep = coding === null || judged[at] === "unicode" || (judged[at] === "either" && unicodeAround);
    const text = keep ? piece.text : fromLegacy(piece.text, coding);
    return { ...piece, text: caps ? text.toUpperCase() : text };
  });
}

/** The first words set apart in bold or italic after at most a short label; null when nothing or all is. */
export function emphasisOf(pieces: Piece[]): string | null {
  let before = 0;
  for (const [at, piece] of pieces.entries()) {
    if (piece.strong) {
      const rest = pieces.slice(at + 1).some((later) => !later.strong && later.text.trim().length > 1);
      const words = cleanText(piece.text).trim();
      return rest && words.length <= 300 ? words : null;
    }
    before += piece.text.trim().length;
    if (before > 12) return null;
  }
  return null;
}
