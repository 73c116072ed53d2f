import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import type { LateDossier } from "./late-register.ts";

const text = (header: string, width: number) => ({ header, width, kind: "text" as const });
const day = (header: string) => ({ header, width: 14, kind: "date" as const });

/** The register of late dossiers as a sheet. */
export const lateSheet = (dossiers: LateDossier[]): Sheet => ({
  name: "Hồ sơ trễ hạn",
  columns: [
    text("Mã hồ sơ", 28),
    text("Mã thủ tục", 14),
    text("Thủ tục", 50),
    text("Đơn vị giải quyết", 32),
    ...["Ngày tiếp nhận", "Ngày hẹn trả", "Ngày có kết quả"].map(day),
    { header: "Trễ (ngày làm việc)", width: 12, kind: "number" },
    text("Nhóm lý do", 36),
    text("Đơn vị chịu trách nhiệm", 32),
    day("Ngày hẹn mới"),
    day("Ngày gửi thư xin lỗi"),
  ],
  rows: dossiers.map(({ said, apologies, ...one }) => [
    ...[one.code, one.procedureCode, one.procedureName, one.unit, one.receivedOn, one.dueOn],
    ...[one.finishedOn, one.daysLate, said?.reason, said?.unit],
    said?.newDueOn ?? apologies.find(({ newDueOn }) => newDueOn !== null)?.newDueOn,
    apologies.find(({ sentOn }) => sentOn !== null)?.sentOn,
  ]),
});
