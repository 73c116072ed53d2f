import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "#platform/config/root.ts";
import { openBrowser } from "#platform/testing/browser.ts";
import { readMarker } from "./word-lists.ts";

/** The cleaner runs where it is used: in a browser, on its own parser. */
let browser: Browser;
let page: Page;
beforeAll(async () => {
  const bundle = await rolldown({ input: join(import.meta.dirname, "clean-word-html.ts"), cwd: root });
  const { output } = await bundle.generate({ format: "iife", name: "paste" });
  await bundle.close();
  browser = await openBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: output[0].code });
});
afterAll(() => browser?.close());

const clean = (html: string): Promise<string> =>
  page.evaluate(
    (source) =>
      (globalThis as unknown as { paste: { cleanWordHtml: (html: string) => string } }).paste.cleanWordHtml(
        source,
      ),
    html,
  );

/** What Word 365 wraps around a copied part. */
const clipboard = (body: string) => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns:m="http://schemas.microsoft.com/office/2004/12/omml" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15"><link rel=File-List href="file:///C:/Users/mau/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!--
 /* Style Definitions */ p.MsoNormal {mso-style-unhide:no; font-size:14.0pt; font-family:"Times New Roman",serif;}
 @list l0:level1 {mso-level-text:"%1\\."; text-indent:-18.0pt;}
--></style><!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:"Table Normal";}</style><![endif]--></head>
<body lang=VI style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

const item = (list: string, level: number, mark: string, text: string, place = "CxSpMiddle") =>
  `<p class=MsoListParagraph${place} style='margin-left:${level * 36}.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-US>${text}<o:p></o:p></span></p>
`;

describe("lists", () => {
  test("keep their nesting, their kind and their counting", async () => {
    const html = await clean(
      clipboard(
        item("l0", 1, "1.", "Công khai thủ tục", "CxSpFirst") +
          item("l0", 2, "a)", "Tại quầy") +
          item("l0", 2, "b)", "Trên mạng") +
          item("l0", 3, "·", "cổng của Sở") +
          item("l0", 3, "·", "cổng của tỉnh") +
          item("l0", 1, "2.", "Tiếp nhận hồ sơ", "CxSpLast"),
      ),
    );
    expect(html).toBe(
      "<ol><li><p>Công khai thủ tục</p>" +
        '<ol type="a"><li><p>Tại quầy</p></li><li><p>Trên mạng</p>' +
        "<ul><li><p>cổng của Sở</p></li><li><p>cổng của tỉnh</p></li></ul></li></ol></li>" +
        "<li><p>Tiếp nhận hồ sơ</p></li></ol>",
    );
  });

  test("go on counting after other text, and take in a second paragraph of an item", async () => {
    const html = await clean(
      clipboard(
        item("l1", 1, "1.", "Một", "CxSpFirst") +
          "<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt'>Đoạn hai của mục một<o:p></o:p></p>\n" +
          item("l1", 1, "2.", "Hai", "CxSpLast") +
          "<p class=MsoNormal>Chữ xen giữa<o:p></o:p></p>" +
          item("l1", 1, "3.", "Ba", ""),
      ),
    );
    expect(html).toBe(
      "<ol><li><p>Một</p><p>Đoạn hai của mục một</p></li><li><p>Hai</p></li></ol>" +
        '<p>Chữ xen giữa</p><ol start="3"><li><p>Ba</p></li></ol>',
    );
  });

  test("that begin below the first level, skip a level or come back up lose no item", async () => {
    const html = await clean(
      clipboard(item("l2", 2, "-", "Hai") + item("l2", 4, "+", "Bốn") + item("l2", 1, "-", "Một")),
    );
    expect(html).toBe("<ul><li><p>Hai</p><ul><li><p>Bốn</p></li></ul></li></ul><ul><li><p>Một</p></li></ul>");
  });

  test("counted in a way that the web cannot show keep the mark as text", async () => {
    const html = await clean(
      clipboard(item("l3", 1, "Điều 1.", "Phạm vi") + item("l3", 1, "Điều 2.", "Đối tượng")),
    );
    expect(html).toBe("<p>Điều 1. Phạm vi</p><p>Điều 2. Đối tượng</p>");
  });
});

test.each([
  ["1.", null, { tag: "ol", type: "1", number: 1 }],
  ["(12)", null, { tag: "ol", type: "1", number: 12 }],
  ["c)", null, { tag: "ol", type: "a", number: 3 }],
  ["i)", { tag: "ol", type: "a", number: 8 }, { tag: "ol", type: "a", number: 9 }],
  ["i)", null, { tag: "ol", type: "i", number: 1 }],
  ["IV.", { tag: "ol", type: "I", number: 3 }, { tag: "ol", type: "I", number: 4 }],
  ["V.", { tag: "ol", type: "I", number: 4 }, { tag: "ol", type: "I", number: 5 }],
  ["đ)", { tag: "ol", type: "a", number: 4 }, { tag: "text" }],
  ["1.2.", null, { tag: "text" }],
  ["o", null, { tag: "ul" }],
  ["", null, { tag: "ul" }],
] as const)("the mark %s is read for what it counts", (mark, before, read) => {
  expect(readMarker(mark, before, false)).toEqual(read);
});

test("headings map to the levels of a text: the highest becomes 2, none lies below 4; a numbered one keeps its number", async () => {
  const html = await clean(
    clipboard(
      `<p class=MsoTitle>Kế hoạch<o:p></o:p></p>
<h1 style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>I.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]><b style='mso-bidi-font-weight:normal'>Mục đích</b></h1>
<h3>Chi tiết</h3><h5>Rất nhỏ</h5><h1><o:p>&nbsp;</o:p></h1>`,
    ),
  );
  expect(html).toBe("<h2>Kế hoạch</h2><h2>I. Mục đích</h2><h4>Chi tiết</h4><h4>Rất nhỏ</h4>");
});

test("tables keep their cells, merged ones too, and lose every style; head rows become head cells", async () => {
  const html = await clean(
    clipboard(`<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <thead><tr style='mso-yfti-irow:0'><td width=200 colspan=2 valign=top style='width:150.0pt;border:solid windowtext 1.0pt'><p class=MsoNormal align=center><b>Đơn vị<o:p></o:p></b></p></td></tr></thead>
 <tr style='mso-yfti-irow:1'><td width=100 rowspan=2 style='width:75.0pt'><p class=MsoNormal>Văn phòng<o:p></o:p></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr>
 <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'><td><p class=MsoNormal>12 tin<o:p></o:p></p></td></tr>
</table>`),
  );
  expect(html).toBe(
    '<table><thead><tr><th colspan="2"><p><b>Đơn vị</b></p></th></tr></thead>' +
      '<tbody><tr><td rowspan="2"><p>Văn phòng</p></td><td><p></p></td></tr>' +
      "<tr><td><p>12 tin</p></td></tr></tbody></table>",
  );
});

test("footnotes become text at the end, their marks stay in place", async () => {
  const reference = (number: number) =>
    `<a style='mso-footnote-id:ftn${number}' href="#_ftn${number}" name="_ftnref${number}" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span style='font-size:14.0pt'>[${number}]</span></span><![endif]></span></span></a>`;
  const note = (number: number, text: string) =>
    `<div style='mso-element:footnote' id=ftn${number}><p class=MsoFootnoteText><a style='mso-footnote-id:ftn${number}' href="#_ftnref${number}" name="_ftn${number}" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[${number}]</span><![endif]></span></span></a> ${text}<o:p></o:p></p></div>`;
  const html = await clean(
    clipboard(
      `<p class=MsoNormal>Tỷ lệ đạt 95%${reference(1)}, tăng so với năm trước${reference(2)}.<o:p></o:p></p>` +
        `<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>${note(1, "Số liệu mẫu.")}${note(2, "So với năm 2025.")}</div>`,
    ),
  );
  expect(html).toBe(
    "<p>Tỷ lệ đạt 95%[1], tăng so với năm trước[2].</p><hr><p>[1] Số liệu mẫu.</p><p>[2] So với năm 2025.</p>",
  );
});

test("emphasis and links stay; styles, comments, deleted text, bookmarks and pictures of the disk go", async () => {
  const html = await clean(
    clipboard(
      `<p class=MsoNormal style='text-align:justify;line-height:150%'><a name="_Toc1"></a><span style='font-weight:bold;color:red;mso-bidi-font-weight:normal'>Đậm</span> <i style='mso-bidi-font-style:normal'>nghiêng</i> <a href="https://bacninh.gov.vn/tin?a=1"><span style='color:blue'>liên kết</span></a> <a href="#_Toc2">mục lục</a> <del cite="mailto:mau" datetime="2026-01-01T00:00">bỏ</del><ins cite="mailto:mau">thêm</ins><span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[M1]</a></span></span><span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp;&nbsp; </span>cuối<!--[if gte vml 1]><v:shape><v:imagedata src="file:///C:/a.png"/></v:shape><![endif]--><![if !vml]><img width=10 height=10 src="file:///C:/Users/mau/clip_image001.png"><![endif]><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>`,
    ),
  );
  const shown = await page.evaluate((source) => {
    document.body.innerHTML = source;
    return {
      text: document.body.textContent.trim(),
      strong: document.querySelector("strong")?.textContent,
      em: document.querySelector("i, em")?.textContent,
      links: [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")),
      left: document.querySelectorAll("[style], [class], img, del").length,
      paragraphs: document.querySelectorAll("p").length,
    };
  }, html);
  expect(shown).toEqual({
    text: "Đậm nghiêng liên kết mục lục thêm cuối",
    strong: "Đậm",
    em: "nghiêng",
    links: ["https://bacninh.gov.vn/tin?a=1"],
    left: 0,
    paragraphs: 1,
  });
});

test("what other programs write is left to the editor", async () => {
  const html = "<ul><li>Một<ul><li>Hai</li></ul></li></ul>";
  expect(await clean(html)).toBe(html);
});
