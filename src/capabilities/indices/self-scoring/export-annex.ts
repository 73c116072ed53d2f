import { agencyById } from "#organization";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { printedAddress } from "#platform/http/portal-address.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import type { Work } from "#platform/work/work.ts";
import { pointsInWords } from "./points.ts";
import { presentSheet } from "./sheet-queries.ts";
import { sheetStates } from "./sheet-state.ts";

const text = (header: string, width: number) => ({ header, width, kind: "text" as const });
const number = (header: string) => ({ header, width: 12, kind: "number" as const });

/** The annex of proofs: every criterion with its points and, one row each, what proves it. */
export async function exportAnnex(work: Work, { id }: { id: string }): Promise<Uint8Array> {
  const { tx, actor, at } = work;
  const sheet = await presentSheet(tx, actor, id);
  const agency = (await agencyById(tx, actor.agencyId))!;
  await work.record({
    ...{ act: "export-self-score", objectKind: "self-score", objectId: id },
    after: { name: sheet.name },
  });
  const points = (hundredths: number | null) => (hundredths === null ? null : hundredths / 100);
  return writeXlsx(
    [
      {
        name: "Phiếu tự chấm",
        columns: [
          text("Số", 10),
          text("Tiêu chí", 60),
          number("Điểm tối đa"),
          number("Tự chấm"),
          text("Giải trình", 50),
          ...sheet.rounds.map((round) => number(`Thẩm định lần ${round.number}`)),
          text("Ý kiến thẩm định gần nhất", 40),
          text("Điểm còn thiếu: lý do, việc làm", 50),
        ],
        rows: sheet.criteria.map((one) => [
          ...[one.number, one.name, points(one.most), points(one.claimed), one.words],
          ...one.marks.map((mark) => points(mark?.points ?? null)),
          one.marks.at(-1)?.words ?? "",
          one.gap,
        ]),
      },
      {
        name: "Tài liệu kiểm chứng",
        columns: [text("Số", 10), text("Tiêu chí", 60), text("Tài liệu kiểm chứng", 60), text("Địa chỉ", 60)],
        rows: sheet.criteria.flatMap((one) =>
          one.proofs.map(({ label, url }) => [
            one.number,
            one.name,
            label,
            url === null ? "" : printedAddress(url),
          ]),
        ),
      },
      {
        name: "Tổng hợp",
        columns: [text("Nội dung", 34), text("Giá trị", 60)],
        rows: [
          ["Cơ quan", agency.name],
          ["Phiếu", sheet.name],
          ["Chỉ số, năm", `${sheet.index.shortName}, ${sheet.edition}`],
          ["Trạng thái", sheetStates[sheet.state]],
          ["Tổng điểm tối đa", pointsInWords(sheet.most)],
          ["Tổng điểm tự chấm", pointsInWords(sheet.claimed)],
          ...sheet.rounds.map((round) => [
            `Thẩm định lần ${round.number}`,
            `${pointsInWords(round.points)} (${round.appraiser}, ${formatDate(round.heldOn)})`,
          ]),
          ["Lập ngày", formatDate(toVietnamDate(at))],
        ],
      },
    ],
    at.toISOString(),
  );
}
