import { describe, expect, test } from "vitest";
import type { Paragraph, Table } from "./block.ts";
import { odtFile } from "./odt.fixture.ts";
import { readDocument } from "./read-document.ts";
import { UnreadableDocument } from "./unreadable-document.ts";

async function paragraphs(
  body: string,
  styles = "",
  parts: Record<string, string> = {},
): Promise<Paragraph[]> {
  const { blocks } = await readDocument(await odtFile(body, styles, parts), "a.odt");
  return blocks.filter((block) => block.kind === "paragraph");
}

const printed = async (body: string, styles = "", parts: Record<string, string> = {}) =>
  (await paragraphs(body, styles, parts)).map(({ label, text }) =>
    label === null ? text : `${label} ${text}`,
  );

const p = (text: string) => `<text:p>${text}</text:p>`;
const item = (content: string) => `<text:list-item>${content}</text:list-item>`;

describe("an OpenDocument text", () => {
  test("gives words with collapsed white space, counted spaces, tabs and line breaks", async () => {
    expect(
      await printed(
        `<text:p>
          Kế   ho<text:span text:style-name="B">ạch</text:span> <text:s text:c="3"/>a<text:tab/>b<text:line-break/>c<text:soft-page-break/>d</text:p>`,
      ),
    ).toEqual(["Kế hoạch    a\tb\ncd"]);
  });

  test("leaves deleted, hidden, commented and foot-noted text, contents and titles of pictures out", async () => {
    const document = await readDocument(
      await odtFile(
        [
          "<text:tracked-changes><text:changed-region><text:deletion><text:p>đã xóa</text:p></text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>",
          p(
            'Giữ<text:change text:change-id="c1"/><text:change-start text:change-id="c2"/> thêm<text:change-end text:change-id="c2"/><office:annotation><dc:creator>x</dc:creator><text:p>lời bàn</text:p></office:annotation><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>chú thích</text:p></text:note-body></text:note><text:span text:style-name="An">ẩn</text:span><draw:frame><draw:image/><svg:title>hình</svg:title></draw:frame>',
          ),
          '<text:table-of-content><text:index-body><text:p>Mục lục</text:p></text:index-body></text:table-of-content><text:section text:display="none"><text:p>mục ẩn</text:p></text:section>',
        ].join(""),
        '<style:style style:name="An" style:family="text"><style:text-properties text:display="none"/></style:style>',
      ),
      "a.odt",
    );
    expect(document.blocks.map((block) => (block as Paragraph).text)).toEqual(["Giữ thêm"]);
    expect(document.leftOut).toEqual({ deletions: 1, comments: 1, footnotes: 1 });
  });

  test("prints numbers of nested, continued and restarted lists; a second paragraph of an item has none", async () => {
    const styles =
      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="." text:display-levels="2"/><text:list-level-style-number text:level="4" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>';
    const body = [
      `<text:list xml:id="x" text:style-name="L">${item(`${p("một")}${p("tiếp")}<text:list>${item(`${p("con")}<text:list>${item(`${p("cháu")}<text:list>${item(p("chắt"))}</text:list>`)}</text:list>`)}${item(p("con hai"))}</text:list>`)}<text:list-header>${p("không số")}</text:list-header>${item(p("hai"))}</text:list>`,
      p("xen giữa"),
      `<text:list text:continue-list="x" text:style-name="L">${item(`<text:list>${item(p("con của hai"))}</text:list>`)}${item(p("ba"))}</text:list>`,
      `<text:list text:style-name="L">${item(p("lại một"))}<text:list-item text:start-value="7">${p("bảy")}</text:list-item></text:list>`,
    ].join("");
    expect(await printed(body, styles)).toEqual([
      "I. một",
      "tiếp",
      "1. con",
      "1.1. cháu",
      "(a) chắt",
      "2. con hai",
      "không số",
      "II. hai",
      "xen giữa",
      "1. con của hai",
      "III. ba",
      "I. lại một",
      "VII. bảy",
    ]);
  });

  test("prints numbers of headings, and those that the producer printed itself", async () => {
    const outline = `<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"><office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="I" loext:num-list-format="Phần %1%"/><text:outline-level-style text:level="2" style:num-format="1" style:num-suffix="."/><text:outline-level-style text:level="3" style:num-format=""/></text:outline-style></office:styles></office:document-styles>`;
    const h = (level: number, text: string) => `<text:h text:outline-level="${level}">${text}</text:h>`;
    expect(
      await printed(
        h(1, "một") + h(2, "con") + h(3, "cháu") + h(2, "<text:number>5)</text:number>con") + h(1, "hai"),
        "",
        {
          "styles.xml": outline,
        },
      ),
    ).toEqual(["Phần I một", "1. con", "cháu", "5) con", "Phần II hai"]);
  });

  test("gives merged cells to every row they cover, repeated cells, and tables in tables as paragraphs", async () => {
    const body = `<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned="2">${p("a")}</table:table-cell><table:table-cell table:number-columns-spanned="2">${p("b")}</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/><table:table-cell>${p("c")}</table:table-cell><table:table-cell>${p("d")}<table:table><table:table-row><table:table-cell>${p("e")}</table:table-cell></table:table-row></table:table></table:table-cell></table:table-row><table:table-row><table:table-cell table:number-columns-repeated="3"/></table:table-row></table:table>`;
    const { blocks } = await readDocument(await odtFile(body), "a.odt");
    const rows = (blocks[0] as Table).rows.map((row) =>
      row.map(({ paragraphs: inside, column, span, continued }) => [
        inside.map(({ text }) => text).join("+"),
        column,
        span,
        continued,
      ]),
    );
    expect(rows).toEqual([
      [
        ["a", 0, 1, false],
        ["b", 1, 2, false],
      ],
      [
        ["a", 0, 1, true],
        ["c", 1, 1, false],
        ["d+e", 2, 1, false],
      ],
      [
        ["", 0, 1, false],
        ["", 1, 1, false],
        ["", 2, 1, false],
      ],
    ]);
  });

  test("knows bold, centred, capitals and old fonts from styles and what they inherit", async () => {
    const styles = [
      '<style:font-face style:name="F" svg:font-family="\'.VnTime\'"/>',
      '<style:style style:name="Cha" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-weight="bold" fo:text-transform="uppercase" style:font-name="F"/></style:style>',
      '<style:style style:name="Con" style:family="paragraph" style:parent-style-name="Cha"/>',
    ].join("");
    expect(await paragraphs('<text:p text:style-name="Con">kÕ ho¹ch</text:p>', styles)).toMatchObject([
      { text: "KẾ HOẠCH", bold: true, align: "center" },
    ]);
    expect(await paragraphs(p('a<text:span text:style-name="B">b</text:span>cd'))).toMatchObject([
      { text: "abcd", bold: false, emphasis: "b" },
    ]);
  });

  test("that is locked, or no text, is refused in one sentence", async () => {
    const refusal = async (file: Promise<Uint8Array>) =>
      readDocument(await file, "a.odt").then(
        () => "read",
        (error: unknown) => (error instanceof UnreadableDocument ? error.code : String(error)),
      );
    const manifest =
      '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>';
    expect(
      await refusal(odtFile("", "", { "META-INF/manifest.xml": manifest, "content.xml": "không đọc được" })),
    ).toBe("password");
    expect(
      await refusal(
        odtFile("", "", {
          "content.xml":
            '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><o:body><o:spreadsheet/></o:body></o:document-content>',
        }),
      ),
    ).toBe("unknown-type");
    const entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>';
    expect(await refusal(odtFile("", "", { "content.xml": entity }))).toBe("hostile");
  });
});
