import { expect, test } from "vitest";
import { packed, unpacked } from "./packed-text.ts";
import { readSyllables } from "./read-syllables.ts";
import { shortNews } from "./short-news.fixture.ts";
import { stories } from "./stories.fixture.ts";

test("a text that was kept is compared as if it were read again", () => {
  const texts = [
    ...stories.flatMap(({ text, retold }) => [text, retold, text.normalize("NFD"), text.toUpperCase()]),
    ...shortNews.map(({ text }) => text),
    "",
    "Một",
    "Ngày 31/12/2025, hơn 1.320 người dự; tỷ lệ 61,4 %… 99999999999999999999,5 lượt\n\n\u200b",
  ];
  for (const text of texts) expect(unpacked(packed(readSyllables(text)))).toEqual(readSyllables(text));
});
