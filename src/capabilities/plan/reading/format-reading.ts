import type { Clause, PlanReading, TaskDue } from "./plan-reading.ts";

const unknown = "(để trống)";

function shortened(text: string, length = 100): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

function vietnameseDay(day: string | null): string {
  return day === null ? unknown : day.split("-").reverse().join("/");
}

function outline(clauses: Clause[], indent: string, lines: string[]): void {
  for (const clause of clauses) {
    lines.push(`${indent}${clause.path}  ${shortened(clause.title ?? clause.text)}`);
    outline(clause.children, `${indent}  `, lines);
  }
}

function dueWords(due: TaskDue): string {
  if (due.kind === "date") return `hạn ${vietnameseDay(due.date)}`;
  if (due.kind === "period") return `từ ${vietnameseDay(due.from)} đến ${vietnameseDay(due.to)}`;
  return due.text ?? "chưa nêu thời gian";
}

/** A reading as an outline for people at a terminal. */
export function formatReading({ header, citations, clauses, tasks, warnings }: PlanReading): string {
  const lines = [
    `${header.type ?? "KẾ HOẠCH"}: ${header.title ?? unknown}`,
    `Cơ quan: ${[header.parentAgency, header.agency].filter(Boolean).join(" / ") || unknown}`,
    `Số, ký hiệu: ${header.number ?? "…"}/${header.symbol ?? "…"} · ${header.place ?? unknown}, ngày ${vietnameseDay(header.date)}`,
    `Người ký: ${header.signer ? [...header.signer.authority, header.signer.position, header.signer.name].filter(Boolean).join(" / ") : unknown}`,
    `Nơi nhận: ${header.recipients.join("; ") || unknown}`,
    "",
    `Văn bản được dẫn (${citations.length}):`,
    ...citations.map(
      ({ type, number, role }) => `  ${type ?? "Văn bản"} ${number}${role === "basis" ? " (căn cứ)" : ""}`,
    ),
    "",
    "Các mục:",
  ];
  outline(clauses, "  ", lines);
  lines.push("", `Nhiệm vụ (${tasks.length}):`);
  for (const task of tasks) {
    const place = task.clause ?? `Phụ lục, dòng ${task.appendix?.row ?? "?"}`;
    lines.push(
      `  ${place}  ${shortened(task.title)} · ${task.leadUnit ?? "chưa nêu đơn vị chủ trì"} · ${dueWords(task.due)}`,
    );
  }
  lines.push("", `Cần xem lại (${warnings.length}):`);
  for (const warning of warnings) lines.push(`  ${warning.where}: ${warning.message}`);
  return lines.join("\n");
}
