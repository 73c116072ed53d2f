import { agencyById, unitsOfAgency } from "#organization";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import type { Work } from "#platform/work/work.ts";
import { stateLabels } from "../content-item.ts";
import { channelLabel } from "../planning/channels.ts";
import {
  commendationMarkLabels,
  commendedLabels,
  consentStateLabels,
  consentWayLabels,
} from "./commendation.ts";
import { type CommendationFilter, everyCommendation } from "./commendation-queries.ts";

const text = (header: string, width: number) => ({ header, width, kind: "text" as const });
const date = (header: string) => ({ header, width: 14, kind: "date" as const });

/** The register with how it was narrowed; that somebody took it along is in the audit. */
export async function exportCommendations(work: Work, filter: CommendationFilter): Promise<Uint8Array> {
  const { tx, actor, at } = work;
  const found = await everyCommendation(tx, actor, filter);
  const agency = (await agencyById(tx, actor.agencyId))!;
  const units = await unitsOfAgency(tx, actor.agencyId, { closed: true });
  await work.record({
    act: "export-commendations",
    objectKind: "agency",
    objectId: actor.agencyId,
    after: { name: agency.name },
  });
  const { q, subject, unitId, mark } = filter;
  return writeXlsx(
    [
      {
        name: "Biểu dương",
        columns: [
          text("Cá nhân, tập thể", 34),
          text("Là", 12),
          text("Chức vụ", 26),
          text("Đơn vị", 32),
          text("Thành tích", 60),
          text("Quyết định khen", 20),
          date("Ngày quyết định"),
          text("Cơ quan khen", 30),
          text("Sự đồng ý", 20),
          text("Ai hỏi", 26),
          date("Ngày hỏi"),
          text("Cách đồng ý", 24),
          text("Nơi lưu", 32),
          text("Phạm vi", 40),
          text("Bài đã viết", 50),
          text("Phải đính chính, gỡ", 40),
          date("Ngày ghi"),
        ],
        rows: found.map((one) => {
          const [consent] = one.consents;
          const scope = consent && [
            consent.coversPicture ? "tên và ảnh" : "tên",
            ...consent.channels.map((slug) => channelLabel(slug).toLowerCase()),
          ];
          return [
            one.name,
            commendedLabels[one.subject],
            one.jobTitle,
            one.unitName,
            one.achievement,
            one.decisionNumber,
            one.decisionOn,
            one.decisionBy,
            consentStateLabels[one.consent],
            consent?.askedByName,
            consent?.askedOn,
            consent && consentWayLabels[consent.how],
            consent?.keptAt,
            scope?.join(", "),
            one.texts
              .map(
                ({ title, state }) => `${title || "(chưa có tiêu đề)"} (${stateLabels[state].toLowerCase()})`,
              )
              .join("; "),
            one.texts
              .filter(({ isOutstanding }) => isOutstanding)
              .map(({ title }) => title)
              .join("; "),
            toVietnamDate(one.notedAt).toString(),
          ];
        }),
      },
      {
        name: "Điều kiện lọc",
        columns: [text("Nội dung", 26), text("Giá trị", 60)],
        rows: [
          ["Cơ quan", agency.name],
          ["Tính đến", formatDate(toVietnamDate(at))],
          ["Tìm", q?.trim() || "Không"],
          ["Cá nhân hay tập thể", subject ? commendedLabels[subject] : "Tất cả"],
          ["Đơn vị", unitId ? (units.find(({ id }) => id === unitId)?.name ?? "Không rõ") : "Tất cả"],
          ["Sự đồng ý", mark ? commendationMarkLabels[mark] : "Tất cả"],
          ["Số mục", found.length.toLocaleString("vi-VN")],
        ],
      },
    ],
    at.toISOString(),
  );
}
