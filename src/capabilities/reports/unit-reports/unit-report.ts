import { z } from "zod";

/** From the asking to the acceptance; what is returned goes a further round. */
export const unitReportStates = ["asked", "writing", "sent", "returned", "accepted"] as const;
export type UnitReportState = (typeof unitReportStates)[number];

export const unitReportWords: Record<UnitReportState, string> = {
  asked: "Chưa gửi",
  writing: "Đang soạn",
  sent: "Đã gửi",
  returned: "Trả lại",
  accepted: "Đã tiếp nhận",
};

export const unitReportMoves = {
  write: { from: ["asked", "writing", "returned"], words: "sửa" },
  send: { from: ["writing", "returned"], words: "gửi" },
  remind: { from: ["asked", "writing", "returned"], words: "nhắc" },
  return: { from: ["sent", "accepted"], words: "trả lại" },
  accept: { from: ["sent"], words: "tiếp nhận" },
} as const satisfies Record<string, { from: readonly UnitReportState[]; words: string }>;
export type UnitReportMove = keyof typeof unitReportMoves;

/** Why a move is impossible from the state, as a sentence; null: it is possible. */
export function moveHindrance(state: UnitReportState, move: UnitReportMove): string | null {
  const { from, words }: { from: readonly UnitReportState[]; words: string } = unitReportMoves[move];
  if (from.includes(state)) return null;
  if (move === "send" && state === "asked") return "Báo cáo chưa có nội dung nên chưa gửi được.";
  return `Báo cáo của đơn vị: ${unitReportWords[state].toLowerCase()}, nên không ${words} được.`;
}

/** A figure that the asker wants beside those of the chain. */
export interface ExtraFigure {
  key: string;
  label: string;
  /** "buổi", "lượt người". */
  unit: string;
}

const part = z.string().max(4000, "Mỗi phần dài nhất 4.000 ký tự.");
const amount = z.number("Hãy nhập một số.").min(0, "Số không được âm.").max(1e12, "Số quá lớn.");

/** What a unit writes; figures of the chain stand beside it and are corrected only with a reason. */
export const unitReportTextSchema = z.object({
  results: part,
  shortcomings: part,
  proposals: part,
  /** By the key of the asked figure; null while it is not filled in. */
  extras: z.record(z.string().max(40), amount.nullable()),
  /** By the key of the prefilled figure. */
  corrections: z.record(
    z.string().max(40),
    z.object({ value: amount.nullable(), reason: z.string().max(1000, "Lý do dài quá 1.000 ký tự.") }),
  ),
});
export type UnitReportText = z.infer<typeof unitReportTextSchema>;

export const emptyText: UnitReportText = {
  results: "",
  shortcomings: "",
  proposals: "",
  extras: {},
  corrections: {},
};

export const textParts = [
  { key: "results", label: "Kết quả nổi bật" },
  { key: "shortcomings", label: "Tồn tại, hạn chế" },
  { key: "proposals", label: "Đề xuất, kiến nghị" },
] as const;

/** A figure of the unit as the chain gives it, with the rows behind it. */
export interface UnitFigure {
  key: string;
  label: string;
  unit: string;
  value: number;
  rows: { id: string; label: string; detail: string; url: string | null }[];
}

/** A figure as it was sent: what the chain said then, and what the unit says instead, if it does. */
export interface SentFigure extends UnitFigure {
  corrected: { value: number; reason: string } | null;
}

export interface Issue {
  field: string;
  message: string;
}

/** What stands against sending; empty when nothing does. */
export function issuesToSend(
  { results, extras, corrections }: UnitReportText,
  figures: UnitFigure[],
  asked: ExtraFigure[],
): Issue[] {
  const issues: Issue[] = [];
  for (const { key, label } of figures) {
    const correction = corrections[key];
    if (!correction) continue;
    if (correction.value === null)
      issues.push({ field: key, message: `“${label}”: hãy nhập số đúng, hoặc bỏ phần sửa.` });
    else if (correction.reason.trim() === "")
      issues.push({ field: key, message: `“${label}”: hãy ghi lý do sửa số của hệ thống.` });
  }
  for (const { key, label } of asked)
    if (extras[key] === undefined || extras[key] === null)
      issues.push({ field: key, message: `Hãy nhập “${label}”; không có thì ghi 0.` });
  if (results.trim() === "")
    issues.push({ field: "results", message: "Hãy ghi kết quả nổi bật; không có thì ghi rõ là không có." });
  return issues;
}

/** The figures as they are sent with a text. A correction to the same number is none. */
export const figuresAsSent = (figures: UnitFigure[], { corrections }: UnitReportText): SentFigure[] =>
  figures.map((figure) => {
    const correction = corrections[figure.key];
    const differs = correction && correction.value !== null && correction.value !== figure.value;
    return {
      ...figure,
      corrected: differs ? { value: correction.value!, reason: correction.reason.trim() } : null,
    };
  });
