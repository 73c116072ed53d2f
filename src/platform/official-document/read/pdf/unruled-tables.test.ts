import { expect, test } from "vitest";
import type { Block } from "../block.ts";
import { contentPdf } from "./raw-pdf.fixture.ts";
import { readPages } from "./read-pages.ts";

/** Blocks as lines: rows of "|", "¶" between the paragraphs of a cell. */
function shown(blocks: Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block.text]
      : block.rows.map((row) =>
          row.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join("¶")).join(" | "),
        ),
  );
}

const read = async (pages: string[]) =>
  shown((await readPages(contentPdf(pages), { mostPages: 100, isBeyond: () => false })).blocks);

const size = 13;
const pitch = 15;
const at = (x: number, y: number, words: string) =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${words.replace(/[()]/g, "\\$&")}) Tj ET`;
const columns = [88, 124, 310, 457];
/** A line of a table as an office suite prints it: each cell where its column begins, a space after broken lines. */
const row = (y: number, ...cells: string[]) =>
  cells.flatMap((words, column) => (words === "" ? [] : [at(columns[column]!, y, `${words} `)]));
/** Lines one under the other from `top` down: cells of a table, or text at a margin. */
const lines = (top: number, ...each: (string[] | string)[]) =>
  each.flatMap((line, index) => {
    const y = top - pitch * index;
    return typeof line === "string" ? [at(85, y, line)] : row(y, ...line);
  });
const head = ["TT", "Nhiem vu", "Don vi chu tri", "Thoi gian"];
const text = "Cac don vi thuc hien nhiem vu duoc giao trong nam theo dung thoi han da neu tai";

test("what follows a table without lines begins anew, however close it stands and wherever it begins", async () => {
  for (const [x, closing] of [
    [85, "Tren day la Ke hoach nam 2026."],
    [121, "Tren day la Ke hoach nam 2026."],
    [124, "Yeu cau cac don vi thuc hien."],
    [85, "Cac don vi bao cao ket qua ve Van phong de tong hop trong thang cuoi nam."],
  ] as const) {
    const page = [
      ...lines(
        700,
        text,
        head,
        ["1", "Viet tin, bai", "Van phong", "Quy I"],
        ["2", "Tong ket", "Thanh tra", "Quy IV"],
      ),
      at(x, 700 - 4 * pitch, closing),
    ];
    expect(await read([page.join("\n")])).toEqual([
      text,
      "TT | Nhiem vu | Don vi chu tri | Thoi gian",
      "1 | Viet tin, bai | Van phong | Quy I",
      "2 | Tong ket | Thanh tra | Quy IV",
      closing,
    ]);
  }
});

test("a row that the page break cuts is read on, before further rows, under a repeated head and at the end", async () => {
  const first = lines(
    700,
    text,
    head,
    ["1", "Viet tin, bai", "Van phong", "Quy I"],
    ["2", "To chuc hoi nghi tap huan cho", "Thanh tra", "Quy II"],
  );
  const rest = ["", "cong chuc cac xa", "", "nam 2026"];
  const more = ["3", "Tong ket", "Van phong", "Quy IV"];
  const begun = [
    text,
    "TT | Nhiem vu | Don vi chu tri | Thoi gian",
    "1 | Viet tin, bai | Van phong | Quy I",
    "2 | To chuc hoi nghi tap huan cho cong chuc cac xa | Thanh tra | Quy II nam 2026",
  ];
  const pages = async (...second: (string[] | string)[]) =>
    read([first.join("\n"), lines(780, ...second).join("\n")]);
  expect(await pages(rest, more, text)).toEqual([...begun, more.join(" | "), text]);
  expect(await pages(head, rest, more, text)).toEqual([...begun, more.join(" | "), text]);
  expect(await pages(rest, text)).toEqual([...begun, text]);
});

test("the title over a table is none of its headings, and upper headings give way to those below them", async () => {
  const page = [
    at(330, 700, "Nguyen Thi Mau"),
    at(270, 685, "PHU LUC"),
    at(180, 670, "PHAN CONG NHIEM VU CAC DON VI NAM 2026"),
    ...[at(88, 640, "TT"), at(124, 640, "Nhiem vu"), at(360, 640, "Phan cong thuc hien")],
    ...[at(341, 625, "Chu tri"), at(457, 625, "Phoi hop")],
    ...lines(
      605,
      ["1", "Viet tin, bai", "Van phong", "Thanh tra"],
      ["2", "Tong ket", "Thanh tra", "Cac phong"],
    ),
    ...lines(540, text, text),
  ];
  expect((await read([page.join("\n")])).slice(0, 6)).toEqual([
    "Nguyen Thi Mau",
    "PHU LUC",
    "PHAN CONG NHIEM VU CAC DON VI NAM 2026",
    "TT | Nhiem vu | Chu tri | Phoi hop",
    "1 | Viet tin, bai | Van phong | Thanh tra",
    "2 | Tong ket | Thanh tra | Cac phong",
  ]);
});

test("a name over two rows stays one, and two units one under the other stay two", async () => {
  const page = lines(
    700,
    text,
    head,
    ["1", "Viet tin, bai", "Trung tam Van hoa va", "Quy I"],
    ["2", "Niem yet", "truyen thong tinh", "Quy II"],
    ["3", "Tong ket", "Thanh tra Trung uong", "Quy IV"],
    ["", "", "Thanh tra So"],
    text,
  );
  expect((await read([page.join("\n")])).slice(2, 5)).toEqual([
    "1 | Viet tin, bai | Trung tam Van hoa va truyen thong tinh | Quy I",
    "2 | Niem yet |  | Quy II",
    "3 | Tong ket | Thanh tra Trung uong¶Thanh tra So | Quy IV",
  ]);
});

test("letters that are printed after their line from another font part no word", async () => {
  // The line leaves room for the letter, which stands where the first words end.
  const drawn = [
    ...lines(740, text, text),
    `BT /F1 ${size} Tf 85 600 Td [(Uy ban giao ) -722 (on vi )] TJ ET`,
    `BT /F2 ${size} Tf ${85 + 5.138 * size} 600 Td (D) Tj ET`,
  ];
  const page = contentPdf(drawn.join("\n"), { F1: "Times-Roman", F2: "Helvetica" });
  const { blocks } = await readPages(page, { mostPages: 100, isBeyond: () => false });
  expect(shown(blocks).at(-1)).toBe("Uy ban giao Don vi");
});
