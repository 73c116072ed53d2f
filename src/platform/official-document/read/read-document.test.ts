import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Paragraph, Table } from "./block.ts";
import {
  cell,
  documentXml,
  docxFile,
  numberingXml,
  p,
  run,
  stylesXml,
  table,
  zipFile,
} from "./docx.fixture.ts";
import { readDocument } from "./read-document.ts";
import { UnreadableDocument } from "./unreadable-document.ts";

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function paragraphs(body: string, parts: Record<string, string> = {}): Promise<Paragraph[]> {
  const { blocks } = await readDocument(await docxFile(body, parts), "a.docx");
  return blocks.filter((block) => block.kind === "paragraph");
}

async function printed(body: string, parts: Record<string, string> = {}): Promise<string[]> {
  return (await paragraphs(body, parts)).map(({ label, text }) =>
    label === null ? text : `${label} ${text}`,
  );
}

async function refusal(file: Uint8Array, name = "a.docx"): Promise<string> {
  try {
    await readDocument(file, name);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    expect(error.message).toMatch(/^\p{Lu}[^\n]+\.$/u);
    return error.code;
  }
  return "read";
}

describe("a Word file", () => {
  test("gives text across runs, tabs, breaks and non-breaking hyphens", async () => {
    const body = p(
      `${run("Kế ho")}${run("ạch", { bold: true })}<w:r><w:tab/><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>`,
    );
    expect(await printed(body)).toEqual(["Kế hoạch\ta-b\nc"]);
  });

  test("leaves deleted, hidden, commented and foot-noted text out, and takes insertions in", async () => {
    const body = [
      p(
        `${run("Giữ")}<w:del w:id="1" w:author="x"><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins w:id="2" w:author="x">${run(" thêm")}</w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:footnoteReference w:id="2"/><w:commentReference w:id="0"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>`,
      ),
      `<w:p><w:pPr><w:rPr><w:del w:id="3" w:author="x"/></w:rPr></w:pPr>${run("Nối ")}</w:p>`,
      p("tiếp"),
      `<w:tbl><w:tr><w:trPr><w:del w:id="4" w:author="x"/></w:trPr>${cell("hàng bỏ")}${cell("x")}</w:tr><w:tr>${cell("hàng giữ")}${cell("y")}</w:tr></w:tbl>`,
    ].join("");
    const document = await readDocument(
      await docxFile(body, {
        "word/comments.xml": documentXml(p("lời bàn")),
        "word/footnotes.xml": documentXml(p("chú thích")),
      }),
      "a.docx",
    );
    const [first, second, kept] = document.blocks as [Paragraph, Paragraph, Table];
    expect([first.text, second.text]).toEqual(["Giữ thêm", "Nối tiếp"]);
    expect(kept.rows.map((row) => row[0]!.paragraphs[0]!.text)).toEqual(["hàng giữ"]);
    expect(document.leftOut).toEqual({ deletions: 3, comments: 1, footnotes: 1 });
  });

  test("prints automatic numbers at every level, restarted and overridden", async () => {
    const numbering = numberingXml(
      [
        [
          ["upperRoman", "%1."],
          ["decimal", "%2."],
          ["decimal", "%2.%3."],
          ["lowerLetter", "%4)"],
        ],
      ],
      '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
    );
    const body = (
      [
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 2],
        [1, 1],
        [1, 3],
        [1, 3],
        [1, 0],
        [1, 1],
        [9, 1],
        [9, 1],
        [0, 0],
      ] as [number, number][]
    ).map((number) => p("x", { number }));
    expect(
      (await paragraphs(body.join(""), { "word/numbering.xml": numbering })).map(({ label }) => label),
    ).toEqual(["I.", "1.", "1.1.", "1.2.", "2.", "a)", "b)", "II.", "1.", "5.", "6.", null]);
  });

  test("prints numbers that come from paragraph styles", async () => {
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Muc1"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Muc2"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const styles = stylesXml(
      '<w:style w:type="paragraph" w:styleId="Muc1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/><w:caps/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Muc2"><w:basedOn w:val="Muc1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b w:val="0"/><w:caps w:val="0"/></w:rPr></w:style>',
    );
    const body = p("mục đích", { style: "Muc1" }) + p("một", { style: "Muc2" }) + p("hai", { style: "Muc2" });
    const read = await paragraphs(body, { "word/numbering.xml": numbering, "word/styles.xml": styles });
    expect(read.map(({ label, text, bold }) => [label, text, bold])).toEqual([
      ["I.", "MỤC ĐÍCH", true],
      ["1.", "một", false],
      ["2.", "hai", false],
    ]);
  });

  test("counts any sequence of levels as an outline would", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 30 }),
        async (levels) => {
          const counts: number[] = [];
          const expected = levels.map((level) => {
            counts.length = Math.min(counts.length, level + 1);
            for (let at = counts.length; at < level; at += 1) counts[at] = 0;
            counts[level] = (counts[level] ?? 0) + 1;
            return `${counts
              .slice(0, level + 1)
              .map((count) => count || 1)
              .join(".")}.`;
          });
          const numbering = numberingXml([
            [0, 1, 2, 3].map((level) => [
              "decimal",
              `${[1, 2, 3, 4]
                .slice(0, level + 1)
                .map((at) => `%${at}`)
                .join(".")}.`,
            ]),
          ]);
          const body = levels.map((level) => p("x", { number: [1, level] })).join("");
          expect(
            (await paragraphs(body, { "word/numbering.xml": numbering })).map(({ label }) => label),
          ).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("gives a vertically merged cell to every row it covers", async () => {
    const body = table([
      [cell("a", { merge: "start" }), cell("b")],
      [cell("", { merge: "continue" }), cell("c")],
      [cell("d", { span: 2 })],
    ]);
    const { blocks } = await readDocument(await docxFile(body), "a.docx");
    const rows = (blocks[0] as Table).rows.map((row) =>
      row.map(({ paragraphs: inside, column, span, continued }) => [
        inside[0]?.text,
        column,
        span,
        continued,
      ]),
    );
    expect(rows).toEqual([
      [
        ["a", 0, 1, false],
        ["b", 1, 1, false],
      ],
      [
        ["a", 0, 1, true],
        ["c", 1, 1, false],
      ],
      [["d", 0, 2, false]],
    ]);
  });
});

describe("a text file", () => {
  test("loses the marks of bold, italic and headings, keeps lone stars and bullets", async () => {
    const { blocks } = await readDocument(
      bytes("## **I. MỤC**\n\n* một\n\n2 * 3 = 6, a_b_c\n\n4.1. *Lời dẫn*: thân bài"),
      "a.md",
    );
    expect((blocks as Paragraph[]).map(({ text, bold, emphasis }) => [text, bold, emphasis])).toEqual([
      ["I. MỤC", true, null],
      ["* một", false, null],
      ["2 * 3 = 6, a_b_c", false, null],
      ["4.1. Lời dẫn: thân bài", false, "Lời dẫn"],
    ]);
  });

  test("begins a paragraph with each item of a Markdown list, so that its run-in heading is seen", async () => {
    const { blocks } = await readDocument(bytes("1. **Một**: việc\n2. **Hai**: việc\ntiếp\n- ba"), "a.md");
    expect(blocks).toMatchObject([
      { text: "1. Một: việc", emphasis: "Một" },
      { text: "2. Hai: việc\ntiếp", emphasis: "Hai" },
      { text: "- ba", emphasis: null },
    ]);
  });

  test("leaves no mark of Markdown behind, and a footnote out of the sentence", async () => {
    const written = [
      "Theo [Kế hoạch số 45/KH-UBND](https://x.vn/a_b_(1)) và [Luật][1]; chỉ số `SIPAS`, ~~từ cũ~~ từ mới[^a].",
      "![ảnh](a.png)",
      "---",
      "- [x] Việc một",
      "[^a]: Chú thích",
      "viết tiếp",
      "",
      "[1]: https://x.vn",
      "| Việc | Nơi |\n|---|---|\n| `Đăng` [tin](b) | Cổng |",
    ].join("\n");
    const { blocks, leftOut } = await readDocument(bytes(written), "a.md");
    expect(blocks).toMatchObject([
      { text: "Theo Kế hoạch số 45/KH-UBND và Luật; chỉ số SIPAS, từ cũ từ mới." },
      { text: "- Việc một" },
      {
        rows: [
          [{}, {}],
          [{ paragraphs: [{ text: "Đăng tin" }] }, {}],
        ],
      },
    ]);
    expect(leftOut.footnotes).toBe(1);
    const plain = await readDocument(bytes("Ghi `mã` và [x](y)[^a]"), "a.txt");
    expect(plain.blocks).toMatchObject([{ text: "Ghi `mã` và [x](y)[^a]" }]);
  });

  test("gives tables drawn with bars", async () => {
    const { blocks } = await readDocument(bytes("| STT | Nhiệm vụ |\n|---|---|\n| 1 | Viết tin |"), "a.md");
    expect((blocks[0] as Table).rows.map((row) => row.map((each) => each.paragraphs[0]!.text))).toEqual([
      ["STT", "Nhiệm vụ"],
      ["1", "Viết tin"],
    ]);
  });
});

describe("a file that cannot be a document is refused with one sentence", () => {
  test("empty, old, locked, PDF, RTF, unknown, not Unicode", async () => {
    expect(await refusal(new Uint8Array())).toBe("empty");
    expect(await refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]), "a.doc")).toBe("old-word");
    const locked = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    expect(await refusal(new Uint8Array(locked))).toBe("password");
    expect(await refusal(bytes("%PDF-1.7 …"), "a.pdf")).toBe("damaged");
    expect(await refusal(bytes("không phải PDF"), "a.pdf")).toBe("damaged");
    expect(await refusal(bytes("<html>KẾ HOẠCH</html>"), "a.doc")).toBe("old-word");
    expect(await refusal(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "ban-quet.jpg")).toBe("scan");
    expect(await refusal(new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0]), "ban-quet.pdf")).toBe("scan");
    expect(await refusal(bytes("RIFF\u0001\u0002\u0003\u0004WEBPVP8 "), "a.docx")).toBe("scan");
    expect(await refusal(bytes("\u0000\u0000\u0000\u0018ftypheic"), "a.docx")).toBe("scan");
    expect(await refusal(bytes("Rar!\u001a\u0007"), "a.docx")).toBe("unknown-type");
    expect(await refusal(bytes("{\\rtf1 …}"), "a.rtf")).toBe("rtf");
    expect(await refusal(bytes("a,b"), "a.csv")).toBe("unknown-type");
    expect(await refusal(bytes("không phải zip"), "a.docx")).toBe("damaged");
    expect(await refusal(bytes("<!DOCTYPE html><p>KẾ HOẠCH</p>"), "a.txt")).toBe("unknown-type");
    expect(await refusal(new Uint8Array([0x4b, 0xca, 0x20, 0xff]), "a.txt")).toBe("encoding");
    expect(await refusal(await zipFile({ "xl/workbook.xml": "<x/>" }), "a.xlsx")).toBe("unknown-type");
  });

  test("a zip entry with a password", async () => {
    const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, password: "bí mật" });
    await zip.add("word/document.xml", new Uint8ArrayReader(bytes(documentXml(p("x")))));
    expect(await refusal(await zip.close())).toBe("password");
  });

  test("entities, outside relations and paths that climb", async () => {
    const entities = `<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${documentXml(p("x")).replace(/^<\?.*?\?>/, "")}`;
    expect(await refusal(await docxFile("", { "word/document.xml": entities }))).toBe("hostile");
    const outside =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/numbering" Target="http://127.0.0.1:1/x" TargetMode="External"/><Relationship Id="r2" Type="http://x/styles" Target="../../../../etc/passwd"/></Relationships>';
    expect(
      await printed(p("vẫn đọc"), {
        "word/_rels/document.xml.rels": outside,
        "../../tmp/evil": "x",
        "/etc/evil": "x",
      }),
    ).toEqual(["vẫn đọc"]);
  });

  test("elements nested without end", async () => {
    const deep = `${"<w:sdt>".repeat(5_000)}${"</w:sdt>".repeat(5_000)}`;
    expect(await refusal(await docxFile(deep))).toBe("hostile");
  });

  test("a bomb of spaces, of paragraphs, and two entries of one name", async () => {
    const spaces = await docxFile(`<w:p><w:r><w:t>${" ".repeat(40_000_000)}</w:t></w:r></w:p>`);
    expect(spaces.length).toBeLessThan(200_000);
    expect(await refusal(spaces)).toBe("too-large");
    expect(await refusal(await docxFile("<w:p/>".repeat(1_600_000)))).toBe("too-large");
    const zip = await docxFile(p("x"), { "word/documenu.xml": documentXml(p("y")) });
    const doubled = Buffer.from(zip).toString("latin1").replaceAll("documenu", "document");
    expect(await refusal(new Uint8Array(Buffer.from(doubled, "latin1")))).toBe("damaged");
  });

  test("a million empty paragraphs are read", async () => {
    const file = await docxFile("<w:p/>".repeat(1_000_000) + p("cuối"));
    const { blocks } = await readDocument(file, "a.docx");
    expect((blocks.at(-1) as Paragraph).text).toBe("cuối");
  });
});
