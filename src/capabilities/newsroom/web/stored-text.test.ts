import { expect, test } from "vitest";
import { changedMedia } from "./review/changed-media.ts";
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

test("a picture taken for another is told where it stands, and one with another description", () => {
  const image = (id: string) => ({ type: "image", attrs: { src: `/media/${id}`, alt: "Sơ đồ" } });
  const [cover, old, fresh, recording] = [1, 2, 3, 4].map((n) => `0193a7c2-1111-7abc-8def-00000000000${n}`);
  const text = (inBody: string, imageAlt: string) => ({
    kind: "bulletin",
    title: "Bản tin",
    summary: "",
    body: { type: "doc" as const, content: [image(inBody)] },
    primaryTheme: null,
    themes: [],
    imageId: cover!,
    imageAlt,
    own: {},
    media: [{ mediaId: recording!, role: "recording", alt: "", caption: "" }],
    aiUse: null,
  });
  expect(changedMedia(text(old!, "Một cửa"), text(old!, "Một cửa"))).toEqual([]);
  expect(changedMedia(text(old!, "Một cửa"), text(fresh!, "Bộ phận Một cửa"))).toMatchObject([
    { change: "gone", where: "Ảnh trong bài", mediaId: old },
    { change: "alt", where: "Ảnh đại diện", alt: "Bộ phận Một cửa" },
    { change: "new", where: "Ảnh trong bài", mediaId: fresh },
  ]);
});
