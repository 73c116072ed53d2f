import { describe, expect, test } from "vitest";
import { type ContentFields, emptyFields } from "../../content-fields.ts";
import { layTexts, type Part } from "./merged-text.ts";

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
const text = (body: string[], rest: Partial<ContentFields> = {}): ContentFields & { kind: string } => ({
  ...emptyFields,
  title: "Ngày hội hồ sơ trực tuyến",
  ...rest,
  body: { type: "doc", content: body.map(paragraph) },
  kind: "news",
});
const wordsOf = ({ body }: ContentFields) =>
  (body.content ?? []).map(({ content }) => (content ?? []).map(({ text }) => text).join(""));
const partsOf = (laid: ReturnType<typeof layTexts>) =>
  laid.pieces.filter((piece): piece is Part => "key" in piece);
const base = text(["Một.", "Hai.", "Ba.", "Bốn."]);

describe("two texts that began from one", () => {
  test("take what each side alone changed, and both where both changed the same paragraph", () => {
    const mine = text(["Một.", "Hai của tôi.", "Ba.", "Bốn, tôi viết thêm.", "Năm của tôi."]);
    const theirs = text(["Mở đầu của họ.", "Một.", "Hai của họ.", "Ba.", "Bốn."], {
      title: "Tiêu đề của họ",
    });
    const laid = layTexts(mine, theirs, base);
    expect(partsOf(laid).map(({ place, changed, taken }) => [place, changed, taken])).toEqual([
      ["Tiêu đề", "theirs", "theirs"],
      ["Nội dung", "theirs", "theirs"],
      ["Nội dung", "both", "both"],
      ["Nội dung", "mine", "mine"],
    ]);
    const merged = laid.merged({});
    expect(merged.title).toBe("Tiêu đề của họ");
    expect(wordsOf(merged)).toEqual([
      "Mở đầu của họ.",
      "Một.",
      "Hai của họ.",
      "Hai của tôi.",
      "Ba.",
      "Bốn, tôi viết thêm.",
      "Năm của tôi.",
    ]);
  });

  test("give what is chosen for each part", () => {
    const laid = layTexts(
      text(["Một.", "Hai của tôi.", "Ba.", "Bốn."]),
      text(["Một.", "Hai của họ.", "Ba.", "Bốn."]),
      base,
    );
    const [part] = partsOf(laid);
    const taking = (choice: "mine" | "theirs") => wordsOf(laid.merged({ [part!.key]: choice }));
    expect(taking("mine")).toEqual(["Một.", "Hai của tôi.", "Ba.", "Bốn."]);
    expect(taking("theirs")).toEqual(["Một.", "Hai của họ.", "Ba.", "Bốn."]);
  });

  test("ask about neighbouring paragraphs that were each changed in place one by one", () => {
    const laid = layTexts(
      text(["Một của tôi.", "Hai.", "Ba.", "Bốn."]),
      text(["Một.", "Hai của họ.", "Ba.", "Bốn."]),
      base,
    );
    expect(partsOf(laid).map(({ changed }) => changed)).toEqual(["mine", "theirs"]);
    expect(wordsOf(laid.merged({}))).toEqual(["Một của tôi.", "Hai của họ.", "Ba.", "Bốn."]);
  });

  test("lose no word when the text that they began from is not known", () => {
    const laid = layTexts(
      text(["Một.", "Của tôi.", "Bốn."]),
      text(["Một.", "Của họ.", "Bốn.", "Năm."]),
      null,
    );
    expect(wordsOf(laid.merged({}))).toEqual(["Một.", "Của họ.", "Của tôi.", "Bốn.", "Năm."]);
  });

  test("are the same text whatever order the database gives the attributes of a block", () => {
    const heading = (attrs: Record<string, unknown>) => ({
      ...base,
      body: { type: "doc" as const, content: [{ type: "heading", attrs, content: [] }] },
    });
    const laid = layTexts(heading({ level: 2, textAlign: null }), heading({ level: 2 }), base);
    expect(partsOf(laid)).toEqual([]);
  });

  test("keep what is not asked about: of who changed it, of both where both did", () => {
    const from = text([], { themes: ["cu", "chung"] });
    const mine = text([], { themes: ["chung", "toi"] });
    expect(layTexts(mine, from, from).merged({}).themes).toEqual(["chung", "toi"]);
    const theirs = text([], { themes: ["cu", "chung", "ho"] });
    expect(layTexts(mine, theirs, from).merged({}).themes.sort()).toEqual(["chung", "cu", "ho", "toi"]);
  });
});
