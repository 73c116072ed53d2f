import { SaxesParser } from "saxes";
import { getDocument } from "unpdf/pdfjs";
import { readPlan } from "../src/capabilities/plan/reading/read-plan.ts";
import {
  cell,
  docxFile,
  numberingXml,
  p,
  table,
} from "../src/platform/official-document/read/docx.fixture.ts";
import { openPackage } from "../src/platform/official-document/read/open-package.ts";
import { pdfOf } from "../src/platform/official-document/read/pdf/pdf.fixture.ts";
import { readDocument } from "../src/platform/official-document/read/read-document.ts";

export const name = "Đọc kế hoạch 150 trang";

const sentence =
  "Các phòng, đơn vị phối hợp giới thiệu dịch vụ công đến người dân bằng nhiều hình thức dễ hiểu, dễ nhớ, phù hợp từng địa bàn; ";

/** About 150 pages: 12 parts of 15 clauses with 8 paragraphs each, and an appendix of 400 rows. */
function plan(): Promise<Uint8Array> {
  const body: string[] = [
    p("SỞ MẪU THỬ"),
    p("Số: 01/KH-SMT"),
    p("KẾ HOẠCH", { align: "center", bold: true }),
    p("Thử tốc độ năm 2026"),
  ];
  for (let part = 0; part < 12; part += 1) {
    body.push(p("NHÓM NHIỆM VỤ", { number: [1, 0], bold: true }));
    for (let clause = 0; clause < 15; clause += 1) {
      body.push(p("Nhiệm vụ thử", { number: [1, 1], bold: true }));
      for (let paragraph = 0; paragraph < 8; paragraph += 1) body.push(p(sentence.repeat(2)));
      body.push(p("Đơn vị chủ trì: Văn phòng Sở."), p("Thời gian thực hiện: quý II/2026."));
    }
  }
  const head = ["STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Thời gian"].map((text) => cell(text));
  // Every tenth row heads a group; of each ten tasks the unit stands once, in a merged cell.
  const rows = Array.from({ length: 400 }, (_, at) => [
    ...(at % 10 === 0 ? [[cell(`Nhóm nhiệm vụ ${at / 10 + 1}`, { span: 5 })]] : []),
    [
      cell(String(at + 1)),
      cell(sentence),
      cell("Báo cáo"),
      at % 10 === 0 ? cell("Văn phòng Sở", { merge: "start" }) : cell("", { merge: "continue" }),
      cell("Trước ngày 30/6/2026"),
    ],
  ]).flat();
  body.push(p("Phụ lục", { align: "center", bold: true }), table([head, ...rows]));
  return docxFile(body.join(""), {
    "word/numbering.xml": numberingXml([
      [
        ["upperRoman", "%1."],
        ["decimal", "%2."],
      ],
    ]),
  });
}

/** The yardstick: inflate the document part and run a bare saxes parser over it. */
async function bareParse(file: Uint8Array): Promise<void> {
  const source = await openPackage(file);
  const parser = new SaxesParser({ position: false });
  const decoder = new TextDecoder();
  await source.stream("word/document.xml", (bytes) => parser.write(decoder.decode(bytes, { stream: true })));
  parser.close();
}

async function best(times: number, act: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    await act();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** The yardstick of PDF: pdf.js alone lists what each page draws. */
async function bareDrawing(file: Uint8Array): Promise<number> {
  const task = getDocument({
    data: Uint8Array.from(file),
    verbosity: 0,
    disableFontFace: true,
    maxImageSize: 0,
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    await page.getOperatorList({ annotationMode: 0 });
    page.cleanup();
  }
  const { numPages } = document;
  await task.destroy();
  return numPages;
}

/** Milliseconds of reading, of the yardsticks in the same run, their ratios, and memory in MB. */
export async function run(): Promise<{ figures: Record<string, number | string> }> {
  const file = await plan();
  const bare = await best(5, () => bareParse(file));
  const read = await best(5, () => readPlan(file, "ke-hoach.docx"));
  const { tasks } = await readPlan(file, "ke-hoach.docx");
  const memory = Math.round(process.resourceUsage().maxRSS / 1e3);
  const pdf = pdfOf(await readDocument(file, "ke-hoach.docx"));
  const fromPdf = await readPlan(pdf, "ke-hoach.pdf");
  const readPdf = await best(3, () => readPlan(pdf, "ke-hoach.pdf"));
  const pages = await bareDrawing(pdf);
  const drawn = await best(3, () => bareDrawing(pdf));
  return {
    figures: {
      "đọc (ms)": Math.round(read),
      "giải nén và phân tích XML trần (ms)": Math.round(bare),
      "tỉ lệ": Math.round((read / bare) * 100) / 100,
      "bộ nhớ cao nhất (MB)": memory,
      "nhiệm vụ": tasks.length,
      "PDF: số trang": pages,
      "PDF: đọc, kể cả mở luồng (ms)": Math.round(readPdf),
      "PDF: pdf.js liệt kê lệnh vẽ (ms)": Math.round(drawn),
      "PDF: tỉ lệ": Math.round((readPdf / drawn) * 100) / 100,
      "PDF: nhiệm vụ": fromPdf.tasks.length,
    },
  };
}
