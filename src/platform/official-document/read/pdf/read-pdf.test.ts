import { createServer } from "node:http";
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { sampleDocument } from "../../write/sample-document.ts";
import { writePdf } from "../../write/write-pdf.ts";
import type { Block, Paragraph, SourceDocument } from "../block.ts";
import { notedWord } from "../notation.fixture.ts";
import { readDocument } from "../read-document.ts";
import { UnreadableDocument } from "../unreadable-document.ts";
import { pdfOf, type Setting } from "./pdf.fixture.ts";
import { contentPdf, rawPdf } from "./raw-pdf.fixture.ts";
import { readPages } from "./read-pages.ts";

/** Blocks in the notation of `noted`, without looks: rows of "|", "^" for a cell that goes on from above. */
function shown(blocks: Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block.text]
      : block.rows.map((row) =>
          row
            .map(({ paragraphs, span, continued }) =>
              continued ? "^" : (span > 1 ? `>${span} ` : "") + paragraphs.map(({ text }) => text).join("¶"),
            )
            .join(" | "),
        ),
  );
}

/** Reads in this thread, which is quicker where nothing is to be guarded against. */
const read = (file: Uint8Array) =>
  readPages(Uint8Array.from(file), { mostPages: 100, isBeyond: () => false });

async function typeset(source: string, setting?: Setting): Promise<SourceDocument> {
  const word = await readDocument(await notedWord(source), "a.docx");
  return read(pdfOf(word, setting));
}

async function refusal(file: Uint8Array): Promise<string> {
  try {
    await readDocument(file, "a.pdf");
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    expect(error.message).toMatch(/^\p{Lu}[^\n]+\.$/u);
    return error.code;
  }
  return "read";
}

const sentence =
  "Các phòng, đơn vị thuộc Sở phối hợp giới thiệu dịch vụ công trực tuyến đến người dân bằng nhiều hình thức dễ hiểu, phù hợp từng địa bàn giai đoạn 2026-2030.";

describe("a PDF with a text layer", () => {
  test("gives the two columns of its head and of its end apart, and its paragraphs whole", async () => {
    const file = await writePdf(
      sampleDocument({ type: "Kế hoạch", symbol: "KH-SVHTTDL", sampleMark: "DỮ LIỆU MẪU" }),
    );
    const { format, blocks, leftOut } = await readDocument(file, "a.pdf");
    expect({ format, leftOut }).toEqual({
      format: "pdf",
      leftOut: { deletions: 0, comments: 0, footnotes: 0 },
    });
    expect(shown(blocks.slice(0, 3))).toEqual([
      "UBND TỈNH BẮC NINH¶SỞ VĂN HÓA, THỂ THAO¶VÀ DU LỊCH¶Số: /KH-SVHTTDL | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶Độc lập - Tự do - Hạnh phúc¶Bắc Ninh, ngày tháng năm 2026",
      "KẾ HOẠCH",
      "Kết quả tuyên truyền cải cách hành chính quý IV năm 2026",
    ]);
    const [type] = blocks.filter((block) => block.kind === "paragraph");
    expect(type).toMatchObject({ align: "center", bold: true });
    expect(shown(blocks)).toContain("Nơi nhận:¶- Như trên;¶- Lưu: VT, TTBCXB. | KT. GIÁM ĐỐC¶PHÓ GIÁM ĐỐC");
    expect(shown(blocks)).toContain(">3 Nhóm đơn vị");
  });

  test("joins lines and pages of a paragraph, drops page numbers and running heads", async () => {
    const paragraphs = Array.from({ length: 40 }, (_, at) => `${at + 1}. ${sentence} ${sentence}`);
    for (const setting of [{}, { firstLine: 0 }, { justify: false, runningHead: "DỰ THẢO LẦN 2" }]) {
      const { blocks } = await typeset(paragraphs.join("\n"), setting);
      expect(shown(blocks)).toEqual(paragraphs);
    }
  });

  test("joins a table over pages: repeated heads, rows cut in two, merged cells and group rows", async () => {
    const rows = Array.from({ length: 30 }, (_, at) => [
      `| >4 Nhóm ${at + 1}`,
      `| ${2 * at + 1} | ${sentence} | Văn phòng Sở | Quý I |`,
      `| ${2 * at + 2} | Việc ${2 * at + 2} | ^ | Quý II |`,
    ]).flat();
    const source = ["| STT | Nhiệm vụ | Chủ trì | Thời gian |", ...rows].join("\n");
    const { blocks } = await typeset(source);
    const word = await readDocument(await notedWord(source), "a.docx");
    expect(shown(blocks)).toEqual(shown(word.blocks));
  });

  test("knows bold run-in headings, letters of old fonts, and words printed twice to look bold", async () => {
    const { blocks } = await typeset("«1. Mục đích:» Giúp người dân biết. Nhiều người đọc được văn bản này.");
    expect(blocks).toMatchObject([{ emphasis: "1. Mục đích:", bold: false }]);
    const line = (x: number, y: number, hex: string, font = "F1") =>
      `BT /${font} 14 Tf ${x} ${y} Td <${hex}> Tj ET`;
    const latin = (text: string) => Buffer.from(text, "latin1").toString("hex");
    const words = "Cac phong, don vi thuoc So phoi hop gioi thieu dich vu cong den nguoi dan";
    const old = contentPdf(
      [
        line(85, 700, latin("KÕ ho¹ch c¶i c¸ch hµnh chÝnh"), "F2"),
        line(85, 660, latin(words)),
        line(85.3, 660, latin(words)),
      ].join("\n"),
      { F1: "Times-Roman", F2: ".VnTime" },
    );
    expect(shown((await read(old)).blocks)).toEqual(["Kế hoạch cải cách hành chính", words]);
  });

  test("columns that follow other columns do not take their lines", async () => {
    const at = (x: number, y: number, words: string) => `BT /F1 14 Tf ${x} ${y} Td (${words}) Tj ET`;
    const drawn = [700, 680].flatMap((y) => [at(85, y, "Don vi"), at(250, y, "Phong")]);
    const below = [660, 640].flatMap((y) => [
      at(85, y, "Don vi phoi hop trong tinh"),
      at(430, y, "Van phong"),
    ]);
    const { blocks } = await read(contentPdf([...drawn, ...below].join("\n")));
    expect(blocks.map(({ kind }) => kind)).toEqual(["table", "table"]);
  });

  test("turned by its page or by its letters reads the same", async () => {
    const words = (matrix: string, y: number) =>
      `BT /F1 14 Tf ${matrix} Tm ${y === 0 ? "" : `0 ${-y} Td`} (So lieu cua bang nay duoc in ngang tren trang giay, xoay di chin muoi do) Tj ET`;
    const turned = contentPdf([0, 30].map((y) => words("0 1 -1 0 100 100", y)).join("\n"));
    const upright = contentPdf([0, 30].map((y) => words("1 0 0 1 85 500", y)).join("\n"));
    const lines = shown((await read(upright)).blocks);
    expect(lines).toHaveLength(2);
    expect(shown((await read(turned)).blocks)).toEqual(lines);
  });

  test("parts the cells of a table without lines, over pages too, and knows where it ends", async () => {
    const rows = Array.from(
      { length: 40 },
      (_, at) =>
        `| ${at + 1} | Niêm yết thủ tục hành chính tại bộ phận một cửa lần thứ ${at + 1} | Văn phòng Sở | ${at % 3 === 0 ? "" : "Các phòng"} | Quý II/2026 |`,
    );
    const { blocks } = await typeset(
      [
        "II. NHIỆM VỤ",
        "| {cb}STT | {cb}Nhiệm vụ | {cb}Đơn vị chủ trì | {cb}Phối hợp | {cb}Thời gian |",
        "| I | >4 {b}Nhóm nhiệm vụ về thủ tục hành chính của các cơ quan |",
        ...rows,
        "{b}III. KINH PHÍ",
        sentence,
      ].join("\n"),
      { unruled: true },
    );
    const [before, table, ...after] = blocks;
    expect(shown([before!, ...after])).toEqual(["II. NHIỆM VỤ", "III. KINH PHÍ", sentence]);
    const read = shown([table!]);
    expect(read.slice(0, 1)).toEqual(["STT | Nhiệm vụ | Đơn vị chủ trì | Phối hợp | Thời gian"]);
    expect(read[1]).toMatch(/^I \| (>\d )?Nhóm nhiệm vụ về thủ tục hành chính của các cơ quan( \||$)/);
    expect(read.slice(2)).toEqual(rows.map((row) => row.replace(/^\| | \|$/g, "").replace("|  |", "|  |")));
  });

  test("a paragraph goes on in a line that begins with a number; a dot before a line is a bullet", async () => {
    const at = (x: number, y: number, words: string) => `BT /F1 14 Tf ${x} ${y} Td (${words}) Tj ET`;
    const full = "Don vi thuc hien cong viec nay theo dung thoi han da neu trong ke hoach lan thu";
    const dot =
      "100 605 m 100 606.4 98.9 607.5 97.5 607.5 c 96.1 607.5 95 606.4 95 605 c 95 603.6 96.1 602.5 97.5 602.5 c 98.9 602.5 100 603.6 100 605 c f";
    const drawn = [
      at(121, 700, full.slice(0, -8)),
      at(85, 680, full),
      at(85, 660, "2 cua nam va cac lan sau nua."),
      at(108, 600, "Bao cao ket qua."),
      dot,
    ];
    expect(shown((await read(contentPdf(drawn.join("\n")))).blocks)).toEqual([
      `${full.slice(0, -8)} ${full} 2 cua nam va cac lan sau nua.`,
      "• Bao cao ket qua.",
    ]);
  });

  test("a cell narrower than its words parts neither a name nor a year", async () => {
    const at = (x: number, y: number, words: string) => `BT /F1 14 Tf ${x} ${y} Td (${words}) Tj ET`;
    const edges = [80, 151, 222, 293];
    const rows = [
      [["Viec"], ["Chu tri"], ["Thoi gian"]],
      [["Bao cao"], ["Van", "phong So;", "Phong", "Nghiep"], ["Truoc", "30/11/202", "6"]],
      [["Ra soat"], ["Cac", "phong"], ["01/02/20", "26 va", "03/2026"]],
    ];
    const tops = [700, 680, 600, 540];
    const lines = tops.map((y) => `80 ${y} m 293 ${y} l S`);
    const rules = edges.map((x) => `${x} 700 m ${x} 540 l S`);
    const text = rows.flatMap((row, index) =>
      row.flatMap((cell, column) =>
        cell.map((words, line) => at(edges[column]! + 5.5, tops[index]! - 15 - 16 * line, words)),
      ),
    );
    const below = Array.from({ length: 4 }, (_, line) => at(85, 500 - 20 * line, "Cac don vi bao cao."));
    const { blocks } = await read(contentPdf([...lines, ...rules, ...text, ...below].join("\n")));
    expect(shown(blocks).slice(0, 3)).toEqual([
      "Viec | Chu tri | Thoi gian",
      "Bao cao | Van phong So; Phong Nghiep | Truoc 30/11/2026",
      "Ra soat | Cac phong | 01/02/2026 va 03/2026",
    ]);
  });

  test("what a cell over several rows holds counts for its rows on the next page, also where a row is cut", async () => {
    const edges = [80, 130, 330, 430];
    /** Rows of a height of 40 from the top down; "^" leaves out the line between a cell and the one above. */
    const drawn = (...rows: string[][]) => {
      const parts = rows.flatMap((row, at) =>
        row.flatMap((words, column) => [
          ...(words === "^"
            ? []
            : [`${edges[column]} ${700 - 40 * at} m ${edges[column + 1]} ${700 - 40 * at} l S`]),
          ...(/^\^?$/.test(words)
            ? []
            : [`BT /F1 12 Tf ${edges[column]! + 5} ${684 - 40 * at} Td (${words}) Tj ET`]),
        ]),
      );
      const foot = 700 - 40 * rows.length;
      return [
        `80 ${foot} m 430 ${foot} l S`,
        ...edges.map((x) => `${x} 700 m ${x} ${foot} l S`),
        ...parts,
      ].join("\n");
    };
    const { blocks } = await read(
      contentPdf([
        drawn(
          ["STT", "Nhiem vu", "Chu tri"],
          ["1", "Niem yet thu tuc", "Van phong So"],
          ["2", "Bien soan to gap", "^"],
          ["3", "Tap huan dich vu", "Thanh tra So"],
        ),
        drawn(
          ["4", "Phat tin tren dai", ""],
          ["5", "Bao cao quy", "Trung tam"],
          ["6", "Khao sat nguoi", "^"],
        ),
        drawn(["", "dan tai cac xa", "Van hoa"], ["7", "Tong ket", "^"]),
      ]),
    );
    expect(shown(blocks)).toEqual([
      "STT | Nhiem vu | Chu tri",
      "1 | Niem yet thu tuc | Van phong So",
      "2 | Bien soan to gap | ^",
      "3 | Tap huan dich vu | Thanh tra So",
      "4 | Phat tin tren dai | ^",
      "5 | Bao cao quy | Trung tam¶Van hoa",
      "6 | Khao sat nguoi dan tai cac xa | ^",
      "7 | Tong ket | ^",
    ]);
  });

  test("a ragged paragraph goes on where its sentence does", async () => {
    const at = (y: number, words: string) => `BT /F1 14 Tf 85 ${y} Td (${words}) Tj ET`;
    const drawn = [
      at(660, "Truong cac thon to chuc hop dan, bao cao ket qua truoc"),
      at(644, "ngay 10 hang thang"),
      at(628, "a\\) bao cao quy."),
      at(600, "Don vi thuc hien cong viec nay theo dung thoi han da neu trong ke hoach lan thu"),
    ];
    expect(shown((await read(contentPdf(drawn.join("\n")))).blocks).slice(0, 2)).toEqual([
      "Truong cac thon to chuc hop dan, bao cao ket qua truoc ngay 10 hang thang",
      "a) bao cao quy.",
    ]);
  });

  test("keeps notes at the foot and their marks apart, and says how many", async () => {
    const text = (x: number, y: number, size: number, words: string) =>
      `BT /F1 ${size} Tf ${x} ${y} Td (${words}) Tj ET`;
    const body = Array.from({ length: 8 }, (_, at) =>
      text(85, 760 - 20 * at, 14, `${at + 1}. Cac don vi thuc hien nhiem vu duoc giao trong nam.`),
    );
    const noted = contentPdf(
      [
        ...body,
        "BT /F1 14 Tf 85 580 Td (9. Cac don vi bao cao) Tj /F1 9 Tf 5 Ts (1) Tj 0 Ts /F1 14 Tf ( truoc ngay 30/6.) Tj ET",
        "85 120 m 230 120 l S",
        text(85, 105, 10, "1 Theo bao cao cua don vi."),
        text(300, 30, 12, "7"),
      ].join("\n"),
    );
    const { blocks, leftOut } = await read(noted);
    expect(shown(blocks)).toEqual([
      ...Array.from(
        { length: 8 },
        (_, at) => `${at + 1}. Cac don vi thuc hien nhiem vu duoc giao trong nam.`,
      ),
      "9. Cac don vi bao cao truoc ngay 30/6.",
    ]);
    expect(leftOut.footnotes).toBe(1);
  });

  test("knows notes without a rule by the marks raised above them, also in cells; a power is no mark", async () => {
    const text = (x: number, y: number, size: number, words: string) =>
      `BT /F1 ${size} Tf ${x} ${y} Td (${words}) Tj ET`;
    const raised = (y: number, before: string, mark: string, after: string) =>
      `BT /F1 13 Tf 85 ${y} Td (${before}) Tj /F1 7.5 Tf 5 Ts (${mark}) Tj 0 Ts /F1 13 Tf (${after}) Tj ET`;
    const rules = [560, 520].map((y) => `80 ${y} m 400 ${y} l S`);
    const posts = [80, 250, 400].map((x) => `${x} 560 m ${x} 520 l S`);
    const drawn = [
      raised(760, "1. Niem yet tai Bo phan Mot cua", "1", ", xong truoc ngay 31/3."),
      raised(740, "2. Trien lam rong 20 m", "2", " tai tung xa."),
      raised(540, "Bao cao quy", "2", ""),
      text(260, 540, 13, "Van phong"),
      ...rules,
      ...posts,
      text(85, 500, 13, "3. Cac don vi bao cao truoc ngay 30/6."),
      text(85, 110, 10, "1Theo Nghi dinh cua Chinh phu, duoc sua doi, bo sung tai"),
      text(85, 98, 10, "Nghi dinh khac."),
      text(85, 86, 10, "2 Theo mau cua So."),
    ];
    const { blocks, leftOut } = await read(contentPdf(drawn.join("\n")));
    expect(shown(blocks)).toEqual([
      "1. Niem yet tai Bo phan Mot cua, xong truoc ngay 31/3.",
      "2. Trien lam rong 20 m2 tai tung xa.",
      "Bao cao quy | Van phong",
      "3. Cac don vi bao cao truoc ngay 30/6.",
    ]);
    expect(leftOut.footnotes).toBe(2);
  });
});

describe("a PDF that is refused", () => {
  test("a scan, also with a few stamped letters; a page that is a picture among others is named", async () => {
    const picture = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u0000 EI Q";
    expect(await refusal(contentPdf(picture))).toBe("scan");
    expect(await refusal(contentPdf(`${picture} BT /F1 9 Tf 50 50 Td (Ky boi: Mau) Tj ET`))).toBe("scan");
    expect(await refusal(contentPdf(""))).toBe("scan");
    const words =
      "BT /F1 14 Tf 85 700 Td (Cac phong, don vi thuoc So phoi hop gioi thieu dich vu cong den tung nguoi dan) Tj ET";
    const mixed = await read(contentPdf([words, picture, words]));
    expect(mixed.leftOut.pages).toEqual([2]);
  });

  test("a password, a cut file, a file of another kind under its first letters", async () => {
    const whole = contentPdf("BT /F1 14 Tf 85 700 Td (Cac phong) Tj ET");
    const locked = rawPdf({
      objects: ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"],
      trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"00".repeat(32)}> /U <${"11".repeat(32)}> >> /ID [<00> <00>]`,
    });
    expect(await refusal(locked)).toBe("password");
    expect(await refusal(whole.slice(0, 300))).toBe("damaged");
    expect(await refusal(Buffer.from("%PDF-1.7\nkhông phải"))).toBe("damaged");
  });

  test("a bomb of packed bytes, of pages, of drawing; none takes the machine", async () => {
    const bomb = deflateSync(Buffer.alloc(210_000_000, 32), { level: 1 });
    const packed = rawPdf({
      objects: [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        { dictionary: "/Filter /FlateDecode", bytes: bomb },
      ],
    });
    expect(await refusal(packed)).toBe("too-large");
    const kids = Array.from({ length: 3_000 }, () => "3 0 R").join(" ");
    const pages = rawPdf({
      objects: [
        "<< /Type /Catalog /Pages 2 0 R >>",
        `<< /Type /Pages /Kids [${kids}] /Count 3000 >>`,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
      ],
    });
    expect(await refusal(pages)).toMatch(/^(too-large|scan)$/);
    const lines = Array.from(
      { length: 30_000 },
      (_, at) => `${at % 595} 0 m ${at % 595} 842 l 0 ${at % 842} m 595 ${at % 842} l S`,
    );
    expect(await refusal(contentPdf(lines.join("\n")))).toBe("scan");
  });

  test("steps of drawing without end, which would end the whole process", async () => {
    const page = rawPdf({
      objects: [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        {
          dictionary: "/Filter /FlateDecode",
          bytes: deflateSync(Buffer.alloc(48_000_000, "q Q "), { level: 1 }),
        },
      ],
    });
    expect(await refusal(page)).toBe("too-large");
  });

  test("reading ends when the one who asked has left, and a file calls nobody", async () => {
    let calls = 0;
    const server = createServer((_, answer) => {
      calls += 1;
      answer.end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
    const words =
      "BT /F1 14 Tf 85 700 Td (Cac phong, don vi thuoc So phoi hop gioi thieu dich vu cong) Tj ET";
    const outside = contentPdf(
      words,
      {
        F1: "Times-Roman",
      },
      {
        catalog: `/OpenAction << /S /URI /URI (${url}) >> /AcroForm << /XFA (${url}) >>`,
        page: `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F << /FS /URL /F (${url}) >> >> >>]`,
      },
    );
    expect(await refusal(outside)).toBe("read");
    const left = new AbortController();
    const reading = readDocument(outside, "a.pdf", left.signal);
    left.abort(new Error("đã rời đi"));
    await expect(reading).rejects.toThrow("đã rời đi");
    server.close();
    expect(calls).toBe(0);
  });
});

test("what is found in a PDF is Unicode in one form", async () => {
  const { blocks } = await typeset(
    "Kế hoạch tuyên truyền cải cách hành chính của đơn vị năm 2026".normalize("NFD"),
  );
  const [{ text }] = blocks as [Paragraph];
  expect(text).toBe(text.normalize("NFC"));
});

test("what is looked for on a page is found though its letters are taken apart: the head of a table without lines", async () => {
  const at = (x: number, y: number, words: string) => `BT /F1 13 Tf ${x} ${y} Td (${words}) Tj ET`;
  const row = (y: number, ...cells: string[]) =>
    cells.map((words, column) => at([88, 140, 310, 457][column]!, y, words));
  const letters =
    "/CIDInit /ProcSet findresource begin 1 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <58> <0075031b0301> <59> <0075031b0323> endbfchar 1 beginbfrange <20> <57> <0020> endbfrange 1 beginbfrange <61> <7a> <0061> endbfrange endcmap end end";
  const drawn = [
    ...row(700, "ThX tY", "Nhiem vu", "Chu tri", "Thoi han"),
    ...row(685, "1", "Niem yet thu tuc", "Van phong", "Quy I"),
    ...row(670, "2", "Bao cao ket qua", "Thanh tra", "Quy II"),
  ];
  const file = rawPdf({
    objects: [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
      { dictionary: "", bytes: drawn.join("\n") },
      "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>",
      { dictionary: "", bytes: letters },
    ],
  });
  expect(shown((await read(file)).blocks)).toEqual([
    "Thứ tự | Nhiem vu | Chu tri | Thoi han",
    "1 | Niem yet thu tuc | Van phong | Quy I",
    "2 | Bao cao ket qua | Thanh tra | Quy II",
  ]);
});
