import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import { shorten } from "#platform/text/shorten.ts";
import { obligationStates, stateWords } from "../../obligation-state.ts";
import { countOf, type Overview, type OverviewGroup } from "../overview.ts";

/** How many rows fit: of each kind of thing, and of clauses. */
export interface Room {
  rows: number;
  clauses: number;
}

const LONGEST = { label: 100, detail: 80 };

const more = (hidden: number, what: string): string | null =>
  hidden > 0 ? `và ${hidden.toLocaleString("vi-VN")} ${what}` : null;

/** Groups in which something is, each with as many rows as there is room for; the rest is said as a number. */
const told = (groups: OverviewGroup[], { rows }: Room) =>
  groups
    .filter((group) => group.rows.length > 0)
    .map((group) => ({
      head: `${group.label}: ${group.rows.length.toLocaleString("vi-VN")}`,
      rows: group.rows.slice(0, rows).map(({ label, detail }) => ({
        label: shorten(label, LONGEST.label),
        detail: shorten(detail, LONGEST.detail),
      })),
      more: more(group.rows.length - rows, "việc khác"),
    }));

/** What the brief says, shortened to the room that there is; nothing is left out without its number. */
export function briefOf(overview: Overview, room: Room) {
  const { agency, period, until, takenAt, figures, clauses, counts, total, months, late, waiting } = overview;
  const most = Math.max(1, ...months.map(({ count }) => count));
  return {
    title: `Tóm tắt gửi lãnh đạo: ${period.label}`,
    agency: agency.name,
    span: `Số liệu từ ${formatDate(period.from)} đến ${formatDate(until)}${until < period.to ? `; kỳ kết thúc ngày ${formatDate(period.to)}` : ""}`,
    sampleMark: agency.isSample ? "DỮ LIỆU MẪU" : null,
    footer: `Lập lúc ${formatDateTime(takenAt)}. Kế hoạch: ${shorten(overview.plan.title, 70)}`,
    figures: figures.map(({ label, words, denominator }) => ({
      label,
      words: denominator === 0 ? "không phát sinh" : words,
    })),
    totals: `${total.toLocaleString("vi-VN")} nội dung phải thực hiện: ${obligationStates.map((state) => `${counts[state].toLocaleString("vi-VN")} ${stateWords[state].toLocaleLowerCase("vi")}`).join("; ")}.`,
    states: obligationStates.map((state) => stateWords[state]),
    short: ["Có", "Nêu lý do", "Chưa đến hạn", "Còn thiếu"],
    clauses: clauses.slice(0, room.clauses).map(({ mark, name, counts: own, total: all }) => ({
      name: shorten([mark && `${mark}.`, name].filter(Boolean).join(" ") || "Không thuộc mục nào", 58),
      counts: obligationStates.map((state) => own[state]),
      total: all,
    })),
    moreClauses: more(clauses.length - room.clauses, "mục khác"),
    late: told(late, room),
    lateCount: countOf(late).toLocaleString("vi-VN"),
    waiting: told(waiting, room),
    waitingCount: countOf(waiting).toLocaleString("vi-VN"),
    monthsIn: "Mỗi tháng tính từ ngày 15 tháng trước đến ngày 14.",
    months: months.map(({ code, count }) => ({
      ...{ label: `T${Number(code.slice(5))}`, count },
      share: count / most,
    })),
  };
}
