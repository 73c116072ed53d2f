import { describe, expect, test } from "vitest";
import type { Paragraph } from "./block.ts";
import { docxFile, stylesXml, xml } from "./docx.fixture.ts";
import { fromLegacy } from "./legacy-letters.ts";
import { readDocument } from "./read-document.ts";
import { readText } from "./read-text.ts";

const r = (text: string, font: string | null, bold = false) =>
  `<w:r><w:rPr>${font === null ? "" : `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`}${bold ? "<w:b/>" : ""}</w:rPr><w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;

async function read(runs: string, parts: Record<string, string> = {}): Promise<string> {
  const { blocks } = await readDocument(await docxFile(`<w:p>${runs}</w:p>`, parts), "a.docx");
  return (blocks[0] as Paragraph).text;
}

describe("letters of fonts before Unicode", () => {
  test.each([
    ["KÕ ho¹ch c¶i c¸ch hµnh chÝnh", "Kế hoạch cải cách hành chính"],
    ["UBND tØnh B¾c Ninh, x· ThÝ Dô, ph­êng MÉu", "UBND tỉnh Bắc Ninh, xã Thí Dụ, phường Mẫu"],
    ["§¬n vÞ chñ tr×: V¨n phßng Së; ¸p dông tõ quý II", "Đơn vị chủ trì: Văn phòng Sở; áp dụng từ quý II"],
    ["nh÷ng khã kh¨n, v­íng m¾c; tr­íc ngµy 30/6", "những khó khăn, vướng mắc; trước ngày 30/6"],
    ["Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"],
  ])("TCVN3: %s", (typed, meant) => {
    expect(fromLegacy(typed, "tcvn3")).toBe(meant);
    expect(fromLegacy(typed, "tcvn3-capitals")).toBe(meant.toUpperCase());
  });

  test.each([
    ["Keá hoaïch caûi caùch haønh chính", "Kế hoạch cải cách hành chính"],
    ["UÛY BAN NHAÂN DAÂN TÆNH THÍ DUÏ", "ỦY BAN NHÂN DÂN TỈNH THÍ DỤ"],
    ["Ñôn vò chuû trì: Vaên phoøng Sôû", "Đơn vị chủ trì: Văn phòng Sở"],
    ["nhöõng khoù khaên, vöôùng maéc; tröôùc ngaøy 30/6", "những khó khăn, vướng mắc; trước ngày 30/6"],
    ["Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, kyõ luaät", "Cộng hòa xã hội chủ nghĩa Việt Nam, kỹ luật"],
  ])("VNI: %s", (typed, meant) => {
    expect(fromLegacy(typed, "vni")).toBe(meant);
  });

  test("are converted run by run, in the font of the run, of its style or of the document", async () => {
    expect(await read(r("KÕ ho¹ch ", ".VnTime") + r("của tỉnh", "Times New Roman"))).toBe(
      "Kế hoạch của tỉnh",
    );
    expect(await read(r("môc ®Ých, yªu cÇu", ".VnTimeH"))).toBe("MỤC ĐÍCH, YÊU CẦU");
    const styles = stylesXml(
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Cu"><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>',
    );
    expect(await read(r("Keá hoaïch", null), { "word/styles.xml": styles })).toBe("Kế hoạch");
    expect(
      await read(`<w:pPr><w:pStyle w:val="Cu"/></w:pPr>${r("KÕ ho¹ch", null)}`, {
        "word/styles.xml": styles,
      }),
    ).toBe("Kế hoạch");
  });

  test("are not converted twice: Unicode in an old font stays, also where its letters could be either", async () => {
    expect(await read(r("Kế hoạch của Sở", ".VnTime"))).toBe("Kế hoạch của Sở");
    expect(await read(r("Kế hoạch ", ".VnTime") + r("có", ".VnTime", true))).toBe("Kế hoạch có");
    expect(await read(r("Kế hoạch".normalize("NFD"), "VNI-Times"))).toBe("Kế hoạch");
    expect(await read(r("chóng t«i ", ".VnTime") + r("cã", ".VnTime", true))).toBe("chúng tôi có");
  });

  test("a vowel and its mark may stand in two runs, and the place of ư may be a soft hyphen of Word", async () => {
    expect(await read(r("ho", "VNI-Times") + r("øa", "VNI-Times", true))).toBe("hòa");
    const soft =
      '<w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:t>ph</w:t><w:softHyphen/><w:t>êng</w:t></w:r>';
    expect(await read(soft)).toBe("phường");
    expect(await read("<w:r><w:t>cải</w:t><w:softHyphen/><w:t> cách</w:t></w:r>")).toBe("cải cách");
  });

  test("eth stands for Đ, dashes inside a symbol for hyphens", async () => {
    expect(await read(r("Ðơn vị, Nghị định số 61/2018/NÐ–CP, 36/KH‑UBND, 2021–2030", null))).toBe(
      "Đơn vị, Nghị định số 61/2018/NĐ-CP, 36/KH-UBND, 2021–2030",
    );
  });
});

describe("a text in an encoding before Unicode", () => {
  test.each([
    ["Windows-1258", "KÊì HOAòCH\nthýòc hiêòn các nhiêòm vuò cuÒa ðõn viò trong nãm"],
    ["TCVN3, capitals with small letters inside", "KÕ HO¹CH\nthùc hiÖn c¸c nhiÖm vô cña ®¬n vÞ trong n¨m"],
    ["VNI", "KEÁ HOAÏCH\nthöïc hieän caùc nhieäm vuï cuûa ñôn vò trong naêm"],
  ])("%s is told by its words", (_, letters) => {
    const { blocks } = readText(new Uint8Array(Buffer.from(letters, "latin1")), "text");
    expect(blocks).toMatchObject([{ text: "KẾ HOẠCH\nthực hiện các nhiệm vụ của đơn vị trong năm" }]);
  });

  test("UTF-16 without its mark is told by its zeros", () => {
    const { blocks } = readText(new Uint8Array(Buffer.from("KẾ HOẠCH năm 2026", "utf16le")), "text");
    expect(blocks).toMatchObject([{ text: "KẾ HOẠCH năm 2026" }]);
  });
});
