import type { Block } from "../src/platform/official-document/write/document.ts";
import { sampleDocument } from "../src/platform/official-document/write/sample-document.ts";
import { writeDocx } from "../src/platform/official-document/write/write-docx.ts";
import { writePdf } from "../src/platform/official-document/write/write-pdf.ts";

export const name = "Viết báo cáo 60 trang";

const sentence =
  "Các đơn vị đã đăng tin, bài tuyên truyền cải cách hành chính trên cổng thông tin điện tử theo kế hoạch; ";

/** Fifteen parts of about four pages: text and a table each. */
const body = Array.from({ length: 15 }, (_, part): Block[] => [
  { kind: "heading", level: 1, text: `PHẦN MẪU ${part + 1}` },
  ...Array.from({ length: 14 }, (): Block => ({ kind: "paragraph", text: sentence.repeat(6) })),
  {
    kind: "table",
    head: ["STT", "Nhiệm vụ", "Sản phẩm", "Minh chứng"],
    widths: [1, 5, 3, 5],
    rows: Array.from({ length: 40 }, (_, row) => [
      String(row + 1),
      "Nhiệm vụ mẫu viết đủ dài để xuống dòng trong ô",
      "Tin, bài",
      "https://example.vn/tin-tuc/mau",
    ]),
  },
]).flat();

const milliseconds = async (write: () => Promise<Uint8Array>): Promise<number> => {
  const before = performance.now();
  await write();
  return performance.now() - before;
};

/** Writes the report twice, so that the first figure holds loading and the second only the work. */
export async function run(): Promise<{ figures: Record<string, number | string> }> {
  const report = sampleDocument({ body });
  const docx = [await milliseconds(() => writeDocx(report)), await milliseconds(() => writeDocx(report))];
  const pdf = [await milliseconds(() => writePdf(report)), await milliseconds(() => writePdf(report))];
  const pages = Buffer.from(await writePdf(report))
    .toString("latin1")
    .match(/\/Type ?\/Page\b/gu)?.length;
  return {
    figures: {
      "số trang": pages ?? 0,
      ".docx lần đầu, ms (ngân sách 1000)": docx[0]!,
      ".docx lần sau, ms (ngân sách 1000)": docx[1]!,
      ".pdf lần đầu, ms": pdf[0]!,
      ".pdf lần sau, ms": pdf[1]!,
    },
  };
}
