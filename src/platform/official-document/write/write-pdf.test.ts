import { inflateSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { sampleDocument, vietnameseLetters } from "./sample-document.ts";
import { fontFiles, lettersOfFont } from "./times-face.ts";
import { writePdf } from "./write-pdf.ts";

/** The file's text with its compressed streams opened. */
function opened(file: Uint8Array): string {
  const raw = Buffer.from(file).toString("latin1");
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/gu)].map(([, data]) => {
    try {
      return inflateSync(Buffer.from(data!, "latin1")).toString("latin1");
    } catch {
      return data!;
    }
  });
  return raw + streams.join("\n");
}

/** Every code point that the file's ToUnicode maps can give back to a reader. */
function readableLetters(text: string): Set<number> {
  return new Set(
    [...text.matchAll(/<[0-9A-F]{4}> <([0-9A-F]{4,})>/giu)].flatMap(([, hex]) =>
      [...hex!.matchAll(/.{4}/gu)].map(([unit]) => Number.parseInt(unit, 16)),
    ),
  );
}

describe("văn bản .pdf", () => {
  let pdf: string;
  beforeAll(async () => {
    pdf = opened(
      await writePdf(
        sampleDocument({
          body: [
            ...sampleDocument().body,
            { kind: "paragraph", text: vietnameseLetters.join(" ") },
            { kind: "paragraph", text: [{ text: vietnameseLetters.join(" "), bold: true }] },
          ],
          appendices: [
            {
              title: "Danh mục",
              landscape: true,
              body: [{ kind: "table", head: ["A", "B"], rows: [["1", "2"]] }],
            },
          ],
          sampleMark: "DỮ LIỆU MẪU",
        }),
      ),
    );
  });

  test("là PDF có gắn thẻ, PDF/UA-1, ngôn ngữ tiếng Việt, có tên văn bản", () => {
    expect(pdf.startsWith("%PDF-1.")).toBe(true);
    expect(pdf).toContain("/StructTreeRoot");
    expect(pdf).toMatch(/\/Lang ?\(vi(-VN)?\)/u);
    expect(pdf).toMatch(/pdfuaid:part(>|=")1/u);
    expect(pdf).toContain("/DisplayDocTitle true");
  });

  test("thẻ theo đúng thứ tự đọc: đề mục, đoạn, danh sách, bảng có dòng đầu; đường kẻ không vào thẻ", async () => {
    const roles = [...pdf.matchAll(/\/S ?\/(\w+)/gu)].map(([, role]) => role);
    for (const role of [
      "Document",
      "P",
      "H1",
      "H2",
      "L",
      "LI",
      "LBody",
      "Table",
      "THead",
      "TH",
      "TD",
      "Link",
    ])
      expect(roles, role).toContain(role);
    expect(roles.filter((role) => role === "L")).toHaveLength(1);
    expect(roles.filter((role) => role === "LI")).toHaveLength(1);
    expect(pdf).toContain("/Artifact");
  });

  test("cùng nội dung cho cùng một tệp đến từng byte", async () => {
    const write = () => writePdf(sampleDocument());
    expect(Buffer.from(await write()).equals(Buffer.from(await write()))).toBe(true);
  });

  test("có trang đứng và trang ngang đúng khổ A4", () => {
    expect(pdf).toMatch(/\/MediaBox ?\[0 0 595\.2\d* 841\.8\d*\]/u);
    expect(pdf).toMatch(/\/MediaBox ?\[0 0 841\.8\d* 595\.2\d*\]/u);
  });

  test("mọi chữ cái tiếng Việt đọc lại được từ tệp", () => {
    const letters = readableLetters(pdf);
    expect(vietnameseLetters.filter((letter) => !letters.has(letter.codePointAt(0)!))).toEqual([]);
  });

  test("phông chữ có đủ mọi chữ cái tiếng Việt ở cả bốn kiểu", () => {
    const fonts = fontFiles();
    expect(fonts).toHaveLength(4);
    const wanted = [...vietnameseLetters, ..."–—“”‘’…₫"].map((letter) => letter.codePointAt(0)!);
    for (let code = 0x1ea0; code <= 0x1ef9; code += 1) wanted.push(code);
    for (const font of fonts) {
      const letters = lettersOfFont(font);
      expect(wanted.filter((code) => !letters.has(code))).toEqual([]);
    }
  });

  test("chữ của người dùng không bao giờ thành lệnh dàn trang, ký tự lạ không làm hỏng tệp", async () => {
    const hostile = '#read("/etc/passwd") *đậm* $x^2$ \\ " \u0000 😀 漢 <nhãn> @trích // chú thích';
    const file = await writePdf(
      sampleDocument({
        abstract: hostile,
        body: [
          { kind: "heading", level: 3, text: hostile },
          { kind: "paragraph", text: hostile },
          { kind: "table", head: [hostile], rows: [[hostile]] },
        ],
      }),
    );
    expect(Buffer.from(file.slice(0, 5)).toString()).toBe("%PDF-");
  });
});
