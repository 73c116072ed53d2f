import { agencyById, unitsOfAgency } from "#organization";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import type { Work } from "#platform/work/work.ts";
import { stateLabels } from "../content-item.ts";
import { practiceKindLabel, practiceMarkLabels, practiceStateLabels } from "./good-practice.ts";
import { everyPractice, type PracticeFilter } from "./practice-queries.ts";

const text = (header: string, width: number) => ({ header, width, kind: "text" as const });
const date = (header: string) => ({ header, width: 14, kind: "date" as const });

/** The register as the caller sees it, with how it was narrowed; that somebody took it along is in the audit. */
export async function exportGoodPractices(work: Work, filter: PracticeFilter): Promise<Uint8Array> {
  const { tx, actor, at } = work;
  const found = await everyPractice(tx, actor, filter);
  const agency = (await agencyById(tx, actor.agencyId))!;
  const units = await unitsOfAgency(tx, actor.agencyId, { closed: true });
  await work.record({
    act: "export-good-practices",
    objectKind: "agency",
    objectId: actor.agencyId,
    after: { name: agency.name },
  });
  const { q, kind, state, unitId, mark } = filter;
  return writeXlsx(
    [
      {
        name: "Mô hình, sáng kiến",
        columns: [
          text("Tên", 44),
          text("Loại", 22),
          text("Đơn vị", 32),
          text("Người, nhóm làm", 28),
          date("Làm từ ngày"),
          text("Cách làm", 60),
          text("Kết quả", 50),
          { header: "Minh chứng (địa chỉ)", width: 36, kind: "url" },
          text("Minh chứng (nơi tra cứu)", 32),
          text("Quyết định công nhận", 22),
          date("Ngày quyết định"),
          text("Cơ quan công nhận", 30),
          { header: "Số nơi áp dụng theo", width: 12, kind: "number" },
          text("Nơi áp dụng theo", 44),
          text("Bài đã viết", 50),
          text("Trạng thái", 16),
          date("Ngày ghi"),
        ],
        rows: found.map((one) => [
          one.title,
          practiceKindLabel(one.kind),
          one.unitName,
          one.authors,
          one.begunOn,
          one.what,
          one.result,
          one.proofUrl,
          one.proofNote,
          one.decisionNumber,
          one.decisionOn,
          one.decisionBy,
          one.spread.length,
          one.spread.map(({ name }) => name).join("; "),
          one.texts
            .map(
              ({ title, state: of }) => `${title || "(chưa có tiêu đề)"} (${stateLabels[of].toLowerCase()})`,
            )
            .join("; "),
          practiceStateLabels[one.state],
          toVietnamDate(one.registeredAt).toString(),
        ]),
      },
      {
        name: "Điều kiện lọc",
        columns: [text("Nội dung", 26), text("Giá trị", 60)],
        rows: [
          ["Cơ quan", agency.name],
          ["Tính đến", formatDate(toVietnamDate(at))],
          ["Tìm", q?.trim() || "Không"],
          ["Loại", kind ? practiceKindLabel(kind) : "Tất cả"],
          ["Đơn vị", unitId ? (units.find(({ id }) => id === unitId)?.name ?? "Không rõ") : "Tất cả"],
          ["Trạng thái", state ? practiceStateLabels[state] : "Tất cả"],
          ["Đánh dấu", mark ? practiceMarkLabels[mark] : "Tất cả"],
          ["Số mục", found.length.toLocaleString("vi-VN")],
        ],
      },
    ],
    at.toISOString(),
  );
}
