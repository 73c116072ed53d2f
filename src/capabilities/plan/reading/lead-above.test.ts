import { expect, test } from "vitest";
import { notedWord } from "#platform/official-document/read/notation.fixture.ts";
import { pdfOf } from "#platform/official-document/read/pdf/pdf.fixture.ts";
import { readPages } from "#platform/official-document/read/pdf/read-pages.ts";
import { readDocument } from "#platform/official-document/read/read-document.ts";
import { readPlanOf } from "./read-plan.ts";

const plan = (...rows: string[]) =>
  [
    "| UBND TỈNH THÍ DỤ¶{b}SỞ MẪU¶Số: 5/KH-SM | {b}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶{b}Độc lập - Tự do - Hạnh phúc |",
    "{cb}KẾ HOẠCH",
    "{cb}Tuyên truyền cải cách hành chính năm 2026",
    "I. NHIỆM VỤ",
    "| STT | Nhiệm vụ | Đơn vị chủ trì | Thời gian |",
    ...rows,
    "II. KINH PHÍ",
    "Từ nguồn ngân sách được giao cho các đơn vị theo quy định của pháp luật hiện hành.",
  ].join("\n");

/** Row by row who leads, and the rows that a warning of that kind names. */
async function leads(source: string, unruled: boolean) {
  const word = await readDocument(await notedWord(source), "a.docx");
  const pages = await readPages(pdfOf(word, { unruled }), { mostPages: 9, isBeyond: () => false });
  const { tasks, warnings } = readPlanOf(pages).reading;
  const warned = (code: string) =>
    warnings.filter((warning) => warning.code === code).map(({ where }) => where.replace(/.*dòng /, ""));
  return {
    leads: tasks.map(({ leadUnits }) => leadUnits.join("; ")),
    inferred: warned("lead-unit-inferred"),
    missing: warned("lead-unit-missing"),
  };
}

test("a lead that stands once over several rows without lines counts for each, and the reading says so", async () => {
  const source = plan(
    "| 1 | Viết tin, bài | Văn phòng Sở | Quý I/2026 |",
    "| 2 | Treo pa nô |  | Quý II/2026 |",
    "| 3 | Tổng kết | Thanh tra Sở | Quý IV/2026 |",
  );
  expect(await leads(source, true)).toEqual({
    leads: ["Văn phòng Sở", "Văn phòng Sở", "Thanh tra Sở"],
    inferred: ["2"],
    missing: [],
  });
  // Where lines part the cells, an empty one names nobody.
  expect(await leads(source, false)).toEqual({
    leads: ["Văn phòng Sở", "", "Thanh tra Sở"],
    inferred: [],
    missing: ["2"],
  });
});

test("no lead is taken over from another group, nor where leads are printed in the middle of their rows", async () => {
  const groups = plan(
    "| I | >3 Tuyên truyền trên báo chí, mạng xã hội và hệ thống truyền thanh cơ sở |",
    "| 1 | Viết tin, bài | Văn phòng Sở | Quý I/2026 |",
    "| II | >3 Tuyên truyền trực quan tại trụ sở cơ quan và nơi tiếp nhận hồ sơ |",
    "| 2 | Treo pa nô |  | Quý II/2026 |",
    "| 3 | Treo băng rôn | Thanh tra Sở | Quý II/2026 |",
    "| 4 | Tổng kết |  | Quý IV/2026 |",
  );
  expect(await leads(groups, true)).toEqual({
    leads: ["Văn phòng Sở", "", "Thanh tra Sở", ""],
    inferred: [],
    missing: ["2", "4"],
  });
});
