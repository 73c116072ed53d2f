import { describe, expect, test } from "vitest";
import type { Block } from "./block.ts";
import { cell, documentXml, docxFile, p, run, table } from "./docx.fixture.ts";
import { odtFile } from "./odt.fixture.ts";
import { readDocument } from "./read-document.ts";

function shown(blocks: Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [`${block.label === null ? "" : `${block.label} `}${block.text}`]
      : block.rows.map((row) =>
          row.map((each) => each.paragraphs.map(({ text }) => text).join("¶")).join(" | "),
        ),
  );
}

async function word(body: string, parts: Record<string, string> = {}): Promise<string[]> {
  return shown((await readDocument(await docxFile(body, parts), "a.docx")).blocks);
}

async function open(body: string): Promise<string[]> {
  return shown((await readDocument(await odtFile(body), "a.odt")).blocks);
}

const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe("what Word keeps beside the text as it stands", () => {
  test("moved text stands where it went, once; a moved paragraph leaves nothing behind", async () => {
    const body = [
      `<w:p><w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2"><w:r><w:t>chuyển</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id="1"/>${run("Ở lại")}</w:p>`,
      `<w:p><w:pPr><w:rPr><w:moveFrom w:id="4"/></w:rPr></w:pPr><w:moveFrom w:id="5"><w:r><w:t>cả đoạn</w:t></w:r></w:moveFrom></w:p>`,
      `<w:p><w:moveTo w:id="3"><w:r><w:t>chuyển</w:t></w:r></w:moveTo></w:p>`,
    ];
    expect(await word(body.join(""))).toEqual(["Ở lại", "chuyển"]);
  });

  test("an inserted row is there; a changed look is not told from the one before", async () => {
    const rows = table([[cell("a"), cell("b")]]).replace(
      "<w:tr>",
      '<w:tr><w:trPr><w:ins w:id="1"/></w:trPr>',
    );
    const looks = `<w:p><w:r><w:rPr><w:b w:val="0"/><w:rPrChange w:id="2"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>thấy</w:t></w:r></w:p>`;
    expect(await word(rows + looks)).toEqual(["a | b", "thấy"]);
  });

  test("notes at the foot and at the end, and comments, stay out of the sentence", async () => {
    const body = `<w:p>${run("Câu")}<w:r><w:footnoteReference w:id="2"/></w:r>${run(" vẫn")}<w:r><w:endnoteReference w:id="3"/></w:r>${run(" liền.")}<w:r><w:commentReference w:id="0"/></w:r></w:p>`;
    const notes = documentXml(p("chú thích"));
    expect(await word(body, { "word/footnotes.xml": notes, "word/endnotes.xml": notes })).toEqual([
      "Câu vẫn liền.",
    ]);
  });

  test("a text box stands apart from the sentence that it hangs on, and once", async () => {
    const box = `<w:txbxContent>${p("Trong khung")}</w:txbxContent>`;
    const drawn = `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="x">${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox xmlns:v="y">${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const old = `<w:r><w:pict><v:textbox xmlns:v="y">${box}</v:textbox></w:pict></w:r>`;
    for (const held of [drawn, old])
      expect(await word(`<w:p>${run("Trước ")}${held}${run("sau")}</w:p>`)).toEqual([
        "Trong khung",
        "Trước sau",
      ]);
  });

  test("fields print their result, hyperlinks their words, equations their letters", async () => {
    const equation =
      '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>≥ 95%</m:t></m:r></m:oMath>';
    expect(
      await word(
        `<w:p>${run("Ngày ")}${field('DATE \\@ "dd"', run("05"))}${run(", xem ")}<w:fldSimple w:instr=" REF a ">${run("mục I")}</w:fldSimple><w:hyperlink w:anchor="x">${run(" ở đây")}</w:hyperlink>${run(", đạt ")}${equation}</w:p>`,
      ),
    ).toEqual(["Ngày 05, xem mục I ở đây, đạt ≥ 95%"]);
  });

  test("a table of contents is left out, whether a control, a field or a style made it", async () => {
    const lines = `${p("MỤC LỤC")}<w:p>${field("TOC \\o", `${run("I. MỤC ĐÍCH\t1")}`)}</w:p>`;
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${lines}</w:sdtContent></w:sdt>`;
    const over = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\h</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("I. MỤC ĐÍCH 1")}</w:p>${p("II. NỘI DUNG 2")}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    for (const contents of [control, over])
      expect((await word(contents + p("I. MỤC ĐÍCH"))).filter((text) => text !== "")).toEqual([
        "I. MỤC ĐÍCH",
      ]);
  });

  test("content controls give what was filled in, not what asks for it", async () => {
    const body = [
      `<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>${p("Bấm để nhập chữ")}</w:sdtContent></w:sdt>`,
      `<w:p>${run("Đơn vị: ")}<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>${run("Văn phòng")}</w:sdtContent></w:sdt></w:p>`,
      `<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>${cell("a")}</w:sdtContent></w:sdt>${cell("b")}</w:tr></w:sdtContent></w:sdt></w:tbl>`,
    ];
    expect(await word(body.join(""))).toEqual(["Đơn vị: Văn phòng", "a | b"]);
  });

  test("bullets from Symbol and Wingdings are bullets", async () => {
    const sign = (font: string, code: string) =>
      `<w:p><w:r><w:sym w:font="${font}" w:char="${code}"/><w:t xml:space="preserve"> việc</w:t></w:r></w:p>`;
    const typed = `<w:p><w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>\uf0d8</w:t></w:r>${run(" việc")}</w:p>`;
    expect(await word(sign("Symbol", "F02D") + sign("Wingdings", "F0A7") + typed)).toEqual([
      "- việc",
      "• việc",
      "• việc",
    ]);
  });
});

describe("what OpenDocument keeps beside the text as it stands", () => {
  test("changes, notes, text boxes, fields, placeholders and hidden text", async () => {
    expect(
      await open(
        [
          '<text:tracked-changes><text:changed-region text:id="c1"><text:insertion/></text:changed-region><text:changed-region text:id="c2"><text:deletion><text:p>xóa</text:p></text:deletion></text:changed-region></text:tracked-changes>',
          '<text:p>Giữ <text:change-start text:change-id="c1"/>thêm<text:change-end text:change-id="c1"/><text:change text:change-id="c2"/>.</text:p>',
          '<text:p>Câu<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>chú</text:p></text:note-body></text:note> liền.</text:p>',
          "<text:p>Trước <draw:frame><draw:text-box><text:p>Trong khung</text:p></draw:text-box></draw:frame>sau</text:p>",
          '<text:p>Ngày <text:date>05/01</text:date>, xem <text:bookmark-ref>mục I</text:bookmark-ref> <text:a xlink:href="http://127.0.0.1:1/">ở đây</text:a><text:placeholder text:placeholder-type="text">&lt;nhập&gt;</text:placeholder><text:hidden-text text:is-hidden="true">ẩn</text:hidden-text></text:p>',
        ].join(""),
      ),
    ).toEqual(["Giữ thêm.", "Câu liền.", "Trong khung", "Trước sau", "Ngày 05/01, xem mục I ở đây"]);
  });
});
