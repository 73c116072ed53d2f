import { expect, test } from "vitest";
import { readSyllables } from "./read-syllables.ts";
import { shortNews } from "./short-news.fixture.ts";
import { stories } from "./stories.fixture.ts";

/** What a word, a number and an end of a sentence are, said shortly instead of quickly. */
const pieces = /\p{L}[\p{L}\p{M}]*|\d+(?:[.,]\d+)*|[.!?…:;]+(?=\s)|\n+/gu;

function placesOf(text: string): number[] {
  const places: number[] = [];
  let inSentence = 0;
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if (/[.!?…:;\n]/.test(piece[0]!)) {
      if (!/[:;]/.test(piece[0]!) || inSentence > 12) inSentence = 0;
      continue;
    }
    if (inSentence === 0) places.push(index, 0);
    places[places.length - 1] = index + piece.length;
    inSentence += 1;
  }
  return places;
}

test("sentences begin and end where the pattern says, whatever is written", () => {
  const strange = [
    ..."aĐễ漢ก한ßİ.,…?:;12/- ²😀𝒜𐐀\n",
    ...["a\u0302", "\u0e31", "\ud800", "1.320", "61,4", "...\n", "; ", ": ", ". ", "Nguyễn Văn "],
  ];
  const mixed = Array.from({ length: 3000 }, (_, at) =>
    Array.from(
      { length: 24 },
      (_, one) => strange[(at * 7919 + one * one * (at + 13)) % strange.length],
    ).join(""),
  );
  for (const text of [...stories.map(({ text }) => text), ...shortNews.map(({ text }) => text), ...mixed])
    expect([...readSyllables(text).places]).toEqual(placesOf(text.normalize("NFC")));
});

test("a word is the same with and without diacritics, composed or not, in capitals", () => {
  for (const { text } of stories) {
    const { syllables } = readSyllables(text);
    expect(readSyllables(text.normalize("NFD")).syllables).toEqual(syllables);
    expect(readSyllables(text.toUpperCase()).syllables).toEqual(syllables);
    const bare = text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
    expect(readSyllables(bare).syllables).toEqual(syllables);
  }
});
