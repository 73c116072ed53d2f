import { describe, expect, test } from "vitest";
import { writeXlsx } from "../write/write-xlsx.ts";
import { zipFile } from "./docx.fixture.ts";
import { readXlsx } from "./read-xlsx.ts";
import { UnreadableDocument } from "./unreadable-document.ts";

const workbook = (sheet: string, more: Record<string, string> = {}) =>
  zipFile({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml":
      '<workbook xmlns:r="r"><sheets><sheet name="Giấu" state="hidden" r:id="r2"/><sheet name="Một" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/styles.xml":
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-42A]dd\\/mm\\/yyyy"/><numFmt numFmtId="171" formatCode="0 &quot;dy&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>',
    "xl/sharedStrings.xml": "<sst><si><r><t>Viết </t></r><r><t>tin</t></r><rPh><t>x</t></rPh></si></sst>",
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheet}</sheetData>${more.after ?? ""}</worksheet>`,
  });

async function refusal(file: Uint8Array): Promise<string> {
  try {
    await readXlsx(file);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    expect(error.message).toMatch(/^\p{Lu}[^\n]+\.$/u);
    expect(error.message).not.toContain("Word");
    return error.code;
  }
  return "read";
}

describe("a workbook is read", () => {
  test("with what its cells show: shared and rich texts, days of any format, formulas by their saved values", async () => {
    const file = await workbook(
      `<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" s="1"><v>46203</v></c><c r="C3" s="2"><v>46203.5</v></c><c r="D3" s="3"><v>46203</v></c></row>
       <row r="5"><c r="A5" t="str"><f>A3&amp;"!"</f><v>Viết tin!</v></c><c r="B5"><f>1+1</f></c><c r="C5" t="e"><v>#REF!</v></c><c r="D5" t="inlineStr"><is><t> Hai </t></is></c></row>`,
    );
    const [sheet, ...others] = await readXlsx(file);
    expect([sheet!.name, others]).toEqual(["Một", []]);
    expect(sheet!.rows.map(({ line }) => line)).toEqual([3, 5]);
    const [third, fifth] = sheet!.rows.map(({ cells }) => [...cells.values()]);
    expect(third!.map(({ text, day }) => [text, day])).toEqual([
      ["Viết tin", null],
      ["30/06/2026", "2026-06-30"],
      ["30/06/2026", "2026-06-30"],
      ["46203", null],
    ]);
    expect(fifth!.map(({ text, fault }) => text || fault)).toEqual([
      "Viết tin!",
      "công thức chưa được tính",
      "lỗi #REF!",
      "Hai",
    ]);
  });

  test("with cells merged over rows saying the same in each, and bands over columns known", async () => {
    const file = await workbook(
      `<row r="1"><c r="A1" t="inlineStr"><is><t>Nhóm</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Phòng A</t></is></c><c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>`,
      { after: '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:A1048576"/></mergeCells>' },
    );
    const [sheet] = await readXlsx(file);
    expect(sheet!.rows.map(({ cells, isBand }) => [cells.get(0)?.text, isBand])).toEqual([
      ["Nhóm", true],
      ["Phòng A", false],
      ["Phòng A", false],
    ]);
  });

  test("as our own exports write it", async () => {
    const columns = [
      { header: "Việc", width: 10, kind: "text" as const },
      { header: "Hạn", width: 10, kind: "date" as const },
    ];
    const [sheet] = await readXlsx(await writeXlsx([{ name: "A", columns, rows: [["=Một", "2026-02-28"]] }]));
    expect(sheet!.rows.map(({ cells }) => [cells.get(0)?.text, cells.get(1)?.day])).toEqual([
      ["Việc", null],
      ["=Một", "2026-02-28"],
    ]);
  });
});

test("a hostile or foreign file is refused in words, whatever it is", async () => {
  const bomb = `<row>${"<c><v>1</v></c>".repeat(200_001)}</row>`;
  expect(await refusal(new Uint8Array())).toBe("empty");
  expect(await refusal(Buffer.from("Nhiệm vụ;Đơn vị"))).toBe("unknown-type");
  expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toBe("unknown-type");
  expect(await refusal(await zipFile({ "word/document.xml": "<a/>" }))).toBe("unknown-type");
  expect(await refusal((await workbook("")).subarray(0, 300))).toBe("damaged");
  expect(await refusal(await workbook("<row><c>"))).toBe("damaged");
  expect(await refusal(await workbook(bomb))).toBe("too-large");
  expect(await refusal(await workbook("<row/>".repeat(20_001)))).toBe("too-large");
  expect(
    await refusal(
      await zipFile({
        "xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>',
      }),
    ),
  ).toBe("hostile");
});
