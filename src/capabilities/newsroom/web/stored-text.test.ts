import { expect, test } from "vitest";
import { plainText } from "./stored-text.ts";

test("a table is compared row by row", () => {
  const cell = (text: string) => ({
    type: "tableCell",
    content: [{ type: "paragraph", content: [{ type: "text", text }] }],
  });
  const row = (...cells: string[]) => ({ type: "tableRow", content: cells.map(cell) });
  const told = plainText({
    kind: "news",
    title: "Số thẻ đã cấp",
    summary: "Theo thôn",
    body: { type: "doc", content: [{ type: "table", content: [row("Thôn", "Số thẻ"), row("Mẫu", "145")] }] },
    primaryTheme: null,
    themes: [],
    imageId: null,
    imageAlt: "",
    own: {},
    media: [],
    aiUse: null,
  });
  expect(told.split("\n").filter(Boolean)).toEqual([
    "Số thẻ đã cấp",
    "Theo thôn",
    "Thôn | Số thẻ",
    "Mẫu | 145",
  ]);
});
