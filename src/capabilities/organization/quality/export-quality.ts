import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import type { Work } from "#platform/work/work.ts";
import { agencyById, unitsOfAgency } from "../organization-queries.ts";
import { organizationPolicy } from "../policy.ts";
import { qualityGroups, qualityKinds } from "./quality-kind.ts";
import { type QualityQuestion, qualityOf } from "./quality-queries.ts";

const text = (header: string, width: number) => ({ header, width, kind: "text" as const });

/** The findings as a workbook, with how they were chosen; that somebody took it along is in the audit. */
export async function exportQuality(work: Work, question: QualityQuestion): Promise<Uint8Array> {
  const { tx, actor, at } = work;
  organizationPolicy.permit(actor, "readQuality", { agencyId: actor.agencyId });
  const found = await qualityOf(tx, actor, question, at);
  const units = await unitsOfAgency(tx, actor.agencyId, { closed: true });
  const agency = (await agencyById(tx, actor.agencyId))!;
  const { months, unitId, group } = question;
  await work.record({
    act: "export-quality",
    objectKind: "agency",
    objectId: actor.agencyId,
    after: { name: agency.name, findings: found.length },
  });
  return writeXlsx(
    [
      {
        name: "Chất lượng dữ liệu",
        columns: [
          text("Nhóm", 24),
          text("Vấn đề", 40),
          text("Người, đơn vị", 36),
          text("Đơn vị", 36),
          text("Chi tiết", 60),
          text("Cần làm", 60),
        ],
        rows: found.map((row) => [
          qualityGroups[row.group],
          qualityKinds[row.kind].label,
          row.about,
          row.unitNames.join("; "),
          row.detail,
          qualityKinds[row.kind].todo,
        ]),
      },
      {
        name: "Cách chọn",
        columns: [text("Nội dung", 26), text("Giá trị", 60)],
        rows: [
          ["Cơ quan", agency.name],
          ["Xem ngày", formatDate(toVietnamDate(at))],
          ["Đơn vị", units.find(({ id }) => id === unitId)?.name ?? "Tất cả"],
          ["Nhóm", group ? qualityGroups[group] : "Tất cả"],
          ["Lâu không đăng nhập là", `${months} tháng`],
          ["Số vấn đề", String(found.length)],
        ],
      },
    ],
    at.toISOString(),
  );
}
