import { toNfc } from "#platform/text/nfc.ts";

// Every Unicode space but tab and line feed; soft hyphen, zero-width and direction marks; control characters.
const oddSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: vertical tab and form feed break lines too
const lineBreaks = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;

/** Look-alikes of Đ and đ that old keyboards typed: eth, and the African D. */
const eths: Record<string, string> = { "\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ" };
/** Hyphens of every kind, and longer dashes that stand inside a document's symbol ("36/KH–UBND"). */
const hyphens = /[\u2010-\u2012\u2212\ufe63\uff0d]|(?<=\p{Lu})[–—](?=\p{Lu})/gu;

/** Where Symbol and Wingdings keep their signs: in official documents a dash or the bullets of lists. */
const symbols = /[\uf020-\uf0ff]/g;

/** The text in NFC with plain spaces, "\n" as its only line break and nothing invisible. */
export function cleanText(text: string): string {
  return toNfc(
    text
      .replace(lineBreaks, "\n")
      .replace(oddSpaces, " ")
      .replace(invisible, "")
      .replace(symbols, (sign) => (sign === "\uf02d" ? "-" : "•"))
      .replace(controls, "")
      .replace(/[\u00d0\u0189\u00f0\u0256]/g, (letter) => eths[letter]!)
      .replace(hyphens, "-"),
  );
}
