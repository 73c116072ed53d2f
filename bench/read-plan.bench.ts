import { SaxesParser } from "saxes";
import { readPlan } from "../src/capabilities/plan/reading/read-plan.ts";
import {
  cell,
  docxFile,
  numberingXml,
  p,
  table,
} from "../src/platform/official-document/read/docx.fixture.ts";
import { openPackage } from "../src/platform/official-document/read/open-package.ts";

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
  const rows = Array.from({ length: 400 }, (_, at) => [
    cell(String(at + 1)),
    cell(sentence),
    cell("Báo cáo"),
    cell("Văn phòng Sở"),
    cell("Trước ngày 30/6/2026"),
  ]);
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

/** Milliseconds of reading, of the yardstick in the same run, their ratio, and memory in MB. */
export async function run(): Promise<{ figures: Record<string, number | string> }> {
  const file = await plan();
  const bare = await best(5, () => bareParse(file));
  const read = await best(5, () => readPlan(file, "ke-hoach.docx"));
  const { tasks } = await readPlan(file, "ke-hoach.docx");
  return {
    figures: {
      "đọc (ms)": Math.round(read),
      "giải nén và phân tích XML trần (ms)": Math.round(bare),
      "tỉ lệ": Math.round((read / bare) * 100) / 100,
      "bộ nhớ (MB)": Math.round(process.memoryUsage().rss / 1e6),
      "nhiệm vụ": tasks.length,
    },
  };
}
