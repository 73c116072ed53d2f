import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Chain, ChainShortcoming } from "./chain.ts";

const day = (moment: string) => formatDate(toVietnamDate(moment));
const bare = (text: string) =>
  text
    .trim()
    .replace(/\s+/gu, " ")
    .replace(/[.;,]$/u, "");

function becameOf(row: ChainShortcoming): string {
  if (row.state === "refused" && row.refusedAt !== null)
    return `không tiếp nhận ngày ${day(row.refusedAt)}: ${bare(row.refusedReason ?? "")}`;
  if (row.state === "mended" && row.mendedAt !== null)
    return row.proofWithdrawn
      ? `ghi đã khắc phục ngày ${day(row.mendedAt)} nhưng minh chứng đã thu hồi, cần chứng minh lại`
      : `đã khắc phục ngày ${day(row.mendedAt)} (minh chứng: ${bare(row.proof ?? "")})`;
  if (row.fixTask !== null) return `đang khắc phục bằng nhiệm vụ “${bare(row.fixTask)}”`;
  if (row.fixWords !== null && row.fixDay !== null)
    return `đang khắc phục: ${bare(row.fixWords)}, xong trước ngày ${formatDate(row.fixDay)}`;
  return "chưa có cách khắc phục";
}

function line(row: ChainShortcoming, carried: boolean): string {
  const owner = [row.unitName ?? "chưa giao đơn vị", row.personName].filter(Boolean).join(", ");
  return [
    `- ${bare(row.what)} (${owner}; ghi ngày ${day(row.notedAt)}${carried ? ", từ trước kỳ" : ""})`,
    row.why === null ? "" : `; nguyên nhân: ${bare(row.why)}`,
    `; ${becameOf(row)}`,
    row.told === null ? "" : `; nêu tại: ${bare(row.told)}`,
    ".",
  ].join("");
}

/** What was noted as lacking: first what became of it from the periods before, then what the period added. */
export function shortcomingLines({ shortcomings = [], period }: Chain): string[] {
  if (shortcomings.length === 0) return [];
  const before = shortcomings.filter(({ notedAt }) => toVietnamDate(notedAt).toString() < period.from);
  const added = shortcomings.filter((row) => !before.includes(row));
  const mended = before.filter(({ state, proofWithdrawn }) => state === "mended" && !proofWithdrawn).length;
  const refused = before.filter(({ state }) => state === "refused").length;
  const source = "(nguồn: sổ theo dõi tồn tại, hạn chế)";
  return [
    ...(before.length === 0
      ? []
      : [
          `Tồn tại, hạn chế từ trước kỳ chuyển sang: ${before.length}, trong đó đã khắc phục ${mended}, không tiếp nhận ${refused}, còn ${before.length - mended - refused} ${source}:`,
          ...before.map((row) => line(row, true)),
        ]),
    ...(added.length === 0
      ? []
      : [
          `Tồn tại, hạn chế ghi trong kỳ: ${added.length} ${source}:`,
          ...added.map((row) => line(row, false)),
        ]),
  ];
}
