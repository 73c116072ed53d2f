import { formatDate } from "#platform/clock/vietnam-time.ts";
import { beginning } from "#platform/text/beginning.ts";

export const obligationDue = {
  continuous: "Thường xuyên, theo từng kỳ báo cáo",
  prompt: "Kịp thời khi phát sinh",
  year: "Trong năm",
  item: "Với từng sản phẩm",
} as const;

export const dueKinds = {
  continuous: "Thường xuyên",
  date: "Trước một ngày",
  period: "Trong một khoảng thời gian",
  recurring: "Lặp lại theo kỳ",
  none: "Chưa nêu",
} as const;

export const everyWords = {
  day: "Hằng ngày",
  week: "Hằng tuần",
  month: "Hằng tháng",
  quarter: "Hằng quý",
  "half-year": "Sáu tháng một lần",
  year: "Hằng năm",
} as const;

interface Due {
  kind: keyof typeof dueKinds;
  text: string | null;
  date: string | null;
  from: string | null;
  to: string | null;
  every: keyof typeof everyWords | null;
}

/** When a task is due, as one says it. */
export function dueText(due: Due): string {
  if (due.kind === "date" && due.date) return `Trước ngày ${formatDate(due.date)}`;
  if (due.kind === "period" && due.from && due.to)
    return `Từ ${formatDate(due.from)} đến ${formatDate(due.to)}`;
  if (due.kind === "recurring" && due.every) return everyWords[due.every];
  if (due.kind === "none") return due.text ?? "Chưa nêu thời gian";
  return due.text ? due.text.charAt(0).toUpperCase() + due.text.slice(1) : dueKinds[due.kind];
}

/** "II.1 Viết tin, bài": the label as printed, then the title or the beginning of the text. */
export const clauseName = ({ label, title, text }: { label: string; title: string | null; text: string }) =>
  [label, title ?? beginning(text, 110)].filter(Boolean).join(" ");
