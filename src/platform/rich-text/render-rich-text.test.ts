import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  collectImages,
  type RichNode,
  type RichText,
  renderRichText,
  richTextSchema,
  richTextToPlainText,
} from "./render-rich-text.ts";

const text = (value: string, ...marks: RichNode["marks"] & object): RichNode => ({
  type: "text",
  text: value,
  marks,
});
const paragraph = (...content: RichNode[]): RichNode => ({ type: "paragraph", content });
const doc = (...content: RichNode[]): RichText => ({ type: "doc", content });

describe("a text as HTML", () => {
  test("paragraphs, headings, lists, quotations and marks keep their shape", () => {
    const html = renderRichText(
      doc(
        { type: "heading", attrs: { level: 1 }, content: [text("Một cửa")] },
        paragraph(
          text("Cải cách ", { type: "bold" }),
          text("H", { type: "italic" }),
          text("2", { type: "subscript" }),
        ),
        { type: "bulletList", content: [{ type: "listItem", content: [paragraph(text("Ý một"))] }] },
        {
          type: "orderedList",
          attrs: { start: 3 },
          content: [{ type: "listItem", content: [paragraph(text("Ý ba"))] }],
        },
        {
          type: "blockquote",
          content: [paragraph(text("Lời dẫn"), { type: "hardBreak" }, text("dòng hai"))],
        },
        { type: "horizontalRule" },
      ),
    );
    expect(html).toBe(
      "<h2>Một cửa</h2><p><strong>Cải cách </strong><em>H</em><sub>2</sub></p><ul><li><p>Ý một</p></li></ul>" +
        '<ol start="3"><li><p>Ý ba</p></li></ol><blockquote><p>Lời dẫn<br/>dòng hai</p></blockquote><hr/>',
    );
  });

  test("a table names its columns and rows and can be scrolled by keyboard", () => {
    const html = renderRichText(
      doc({
        type: "table",
        content: [
          {
            type: "tableRow",
            content: [
              { type: "tableHeader", content: [paragraph(text("Đơn vị"))] },
              { type: "tableHeader", attrs: { colspan: 2 }, content: [paragraph(text("Số tin"))] },
            ],
          },
          {
            type: "tableRow",
            content: [
              { type: "tableHeader", content: [paragraph(text("Văn phòng"))] },
              { type: "tableCell", content: [paragraph(text("3"))] },
            ],
          },
        ],
      }),
    );
    expect(html).toContain('<th scope="col"><p>Đơn vị</p></th><th scope="col" colspan="2">');
    expect(html).toContain('<th scope="row"><p>Văn phòng</p></th><td><p>3</p></td>');
    expect(html).toContain('tabindex="0"');
  });

  test("a picture has its alternative text, caption and size, and is absolute for readers elsewhere", () => {
    const picture = doc({
      type: "image",
      attrs: {
        src: "/media/0190-ab",
        alt: 'Bảng "một cửa"',
        caption: "Ảnh <minh họa>",
        width: 600,
        height: 400,
      },
    });
    expect(renderRichText(picture)).toBe(
      '<figure><img src="/media/0190-ab" alt="Bảng &quot;một cửa&quot;" width="600" height="400" loading="lazy" decoding="async"/><figcaption>Ảnh &lt;minh họa&gt;</figcaption></figure>',
    );
    expect(renderRichText(picture, { baseUrl: "https://mau.gov.vn" })).toContain(
      'src="https://mau.gov.vn/media/0190-ab"',
    );
    expect(collectImages(picture)).toEqual([
      { mediaId: "0190-ab", alt: 'Bảng "một cửa"', caption: "Ảnh <minh họa>" },
    ]);
  });

  test("a wide picture is offered narrower, and its author stands under it", () => {
    const picture = doc({ type: "image", attrs: { src: "/media/0190-ab", alt: "", width: 2000 } });
    const html = renderRichText(picture, {
      baseUrl: "https://mau.gov.vn",
      creditOf: (id) => (id === "0190-ab" ? "Lê <Mẫu>" : null),
    });
    const at = "https://mau.gov.vn/media/0190-ab";
    expect(html).toContain(`srcset="${at}/640 640w, ${at}/1080 1080w, ${at} 2000w"`);
    expect(html).toContain("<figcaption><small>Ảnh: Lê &lt;Mẫu&gt;</small></figcaption>");
    expect(renderRichText(picture, { creditOf: () => "Ảnh minh họa mẫu" })).toContain(
      "<small>Ảnh minh họa mẫu</small>",
    );
  });

  test("a list counted by letters keeps its letters, and no other kind of counting comes through", () => {
    const list = (type: unknown) =>
      renderRichText(doc({ type: "orderedList", attrs: { type, start: 2 }, content: [] }));
    expect(list("a")).toBe('<ol type="a" start="2"></ol>');
    expect(list('a" onclick="x')).toBe('<ol start="2"></ol>');
  });

  test("links lead to the web, mail, telephone or this site, and nowhere else", () => {
    const link = (href: string) =>
      renderRichText(doc(paragraph(text("đây", { type: "link", attrs: { href } }))));
    expect(link("https://bacninh.gov.vn/?a=1&b=2")).toBe(
      '<p><a href="https://bacninh.gov.vn/?a=1&amp;b=2" rel="noopener noreferrer">đây</a></p>',
    );
    expect(link("tel:0222000000")).toContain('href="tel:0222000000"');
    expect(link("/tin-tuc/mot-cua")).toBe('<p><a href="/tin-tuc/mot-cua">đây</a></p>');
    for (const bad of [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "java\nscript:alert(1)",
      "data:text/html,x",
      "//evil.example",
      "/\\evil.example",
      "vbscript:x",
      " \u0001javascript:x",
    ]) {
      expect(link(bad)).toBe("<p>đây</p>");
    }
  });

  test("pictures from elsewhere, unknown nodes and hostile text leave no markup", () => {
    const html = renderRichText(
      doc(
        { type: "image", attrs: { src: "https://evil.example/x.png", alt: "x" } },
        { type: "image", attrs: { src: '/media/x" onerror="alert(1)', alt: "x" } },
        { type: "script", content: [text("<script>alert(1)</script>")] },
        {
          type: "heading",
          attrs: { level: '2 onclick="x"', textAlign: '"><b>' },
          content: [text('"><img src=x onerror=alert(1)>')],
        },
      ),
    );
    expect(html).toBe(
      "&lt;script&gt;alert(1)&lt;/script&gt;<h2>&quot;&gt;&lt;img src=x onerror=alert(1)&gt;</h2>",
    );
  });

  test("whatever the JSON, every tag is one of the list and nothing throws", () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 8 }),
        fc.constantFrom("doc", "paragraph", "table", "image"),
        (json, type) => {
          const html = renderRichText({
            type: "doc",
            content: [{ type, content: JSON.parse(json) }],
          } as RichText);
          expect(html.replace(/<\/?(p|div|table|tr|td|th|figure|hr|br)\b[^<>]*>/g, "")).not.toMatch(/[<>]/);
          expect(
            richTextToPlainText({ type: "doc", content: [{ type, content: JSON.parse(json) }] } as RichText),
          ).toBeTypeOf("string");
        },
      ),
    );
  });
});

describe("a text as words", () => {
  test("one block a line, with captions, without marks", () => {
    expect(
      richTextToPlainText(
        doc(
          { type: "heading", attrs: { level: 2 }, content: [text("Tiêu đề")] },
          {
            type: "bulletList",
            content: [
              { type: "listItem", content: [paragraph(text("Một "), text("cửa", { type: "bold" }))] },
            ],
          },
          paragraph(),
          { type: "image", attrs: { src: "/media/a", caption: "Chú thích ảnh" } },
        ),
      ),
    ).toBe("Tiêu đề\nMột cửa\nChú thích ảnh");
  });
});

describe("a text that may be stored", () => {
  test("is what the editor makes, with its further attributes kept", () => {
    const given = doc(
      {
        type: "paragraph",
        attrs: { textAlign: "center" },
        content: [
          text("Có liên kết", { type: "link", attrs: { href: "https://bacninh.gov.vn", target: "_blank" } }),
        ],
      },
      {
        type: "table",
        content: [
          {
            type: "tableRow",
            content: [{ type: "tableCell", attrs: { colwidth: [120] }, content: [paragraph()] }],
          },
        ],
      },
    );
    expect(richTextSchema.parse(given)).toEqual(given);
    expect(richTextSchema.parse({ type: "doc" })).toEqual({ type: "doc" });
  });

  test("is refused with a sentence when it holds a foreign node, picture, link or too much", () => {
    const sentence = (value: unknown) => richTextSchema.safeParse(value).error?.issues[0]?.message;
    expect(sentence(doc({ type: "iframe" }))).toMatch(/không nhận/);
    expect(sentence(doc({ type: "image", attrs: { src: "https://evil.example/a.png" } }))).toMatch(/kho ảnh/);
    expect(sentence(doc(paragraph(text("x", { type: "link", attrs: { href: "javascript:x" } }))))).toMatch(
      /Liên kết “javascript:x”/,
    );
    expect(sentence(doc(paragraph(text("x", { type: "highlight" }))))).toMatch(/kiểu chữ/);
    let deep: RichNode = paragraph(text("đáy"));
    for (let level = 0; level < 50_000; level += 1) deep = { type: "blockquote", content: [deep] };
    expect(sentence(doc(deep))).toMatch(/tầng/);
    expect(sentence(doc(paragraph(text("a".repeat(500_001)))))).toMatch(/500.000 ký tự/);
    expect(sentence({ type: "doc", content: [null] })).toMatch(/cấu trúc/);
    expect(sentence("chữ")).toBeDefined();
  });
});
