import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import type { Chain } from "../chain.ts";
import { type Figure, figureInWords } from "../figure.ts";
import type { FigureRow } from "../figure-row.ts";
import type { Section } from "../report-text.ts";
import type { ChainFeedback, ChainFeedbackRow } from "./feedback-in-period.ts";
import { CASES_KEY, caseSheets, casesInWords, countCases } from "./report-cases.ts";

type Is = (row: ChainFeedbackRow, span: ChainFeedback) => boolean;

const within = (day: string | null, { from, until }: ChainFeedback): boolean =>
  day !== null && from <= day && day <= until;

const received: Is = (row, span) => within(row.receivedOn, span);
const answered: Is = (row, span) => within(row.answeredOn, span);
const inTime: Is = (row, span) => answered(row, span) && row.answeredOn! <= row.dueOn;
const rated: Is = (row, span) => answered(row, span) && row.rating !== null;
const open: Is = ({ endedOn }, { until }) => endedOn === null || endedOn > until;
const every: Is = () => true;

const words = {
  satisfied: "Hài lòng",
  acceptable: "Chấp nhận được",
  dissatisfied: "Không hài lòng",
} as const;

interface Told {
  key: string;
  label: string;
  is: Is;
  /** Null: a count. */
  of: Is | null;
}

/** What is told of feedback; each number is so many of the rows. */
const told: Told[] = [
  { key: "handled", label: "Phản ánh, kiến nghị phải xử lý trong kỳ", is: every, of: null },
  { key: "received", label: "Phản ánh, kiến nghị tiếp nhận mới trong kỳ", is: received, of: every },
  { key: "answered", label: "Đã trả lời trong kỳ", is: answered, of: every },
  {
    key: "in-time",
    label: "Phản ánh, kiến nghị trả lời đúng hạn, trong số đã trả lời",
    is: inTime,
    of: answered,
  },
  {
    key: "ended-otherwise",
    label: "Kết thúc không phải bằng trả lời: chuyển cơ quan khác, không thụ lý, gộp, người gửi rút",
    is: (row, span) => row.answeredOn === null && within(row.endedOn, span),
    of: every,
  },
  { key: "open", label: "Đang xử lý, chưa kết thúc", is: open, of: every },
  {
    key: "overdue",
    label: "Quá hạn, trong số đang xử lý",
    is: (row, span) => open(row, span) && !row.paused && row.dueOn < span.until,
    of: open,
  },
  {
    key: "published",
    label: "Đã công khai kết quả, trong số đã trả lời",
    is: (row, span) => answered(row, span) && row.publishedOn !== null && row.publishedOn <= span.until,
    of: answered,
  },
  { key: "rated", label: "Người gửi đã đánh giá, trong số đã trả lời", is: rated, of: answered },
  {
    key: "satisfied",
    label: "Hài lòng hoặc chấp nhận được, trong số đã đánh giá",
    is: (row, span) => rated(row, span) && row.rating !== "dissatisfied",
    of: rated,
  },
];

const sourceOf = ({ from, until }: ChainFeedback): string =>
  `Sổ phản ánh, kiến nghị trên hệ thống, từ ${formatDate(from)} đến ${formatDate(until)}`;

/** The figures of feedback, each with the rows that it counts. None where nothing was kept of it. */
export function countFeedback({ feedback, yearBefore }: Chain): Figure[] {
  if (feedback === undefined) return [];
  const earlier = new Map((yearBefore?.figures ?? []).map((one) => [one.key, one]));
  const all = (is: Is) => feedback.rows.filter((row) => is(row, feedback));
  const counted = told.map(({ key, label, is, of }): Figure => {
    const before = earlier.get(`feedback.${key}`);
    const rows = all(is);
    return {
      ...{ key: `feedback.${key}`, label, unit: "phản ánh, kiến nghị", source: sourceOf(feedback) },
      numerator: rows.length,
      denominator: of && all(of).length,
      before: before ? { numerator: before.numerator, denominator: before.denominator } : null,
      rows: { kind: "feedback", ids: rows.map(({ id }) => id) },
    };
  });
  return [...counted, ...countCases(feedback, earlier)];
}

/** How what citizens wrote was received, solved and judged; a share of nothing says that nothing arose. */
export function feedbackSections({ feedback }: Chain, get: (key: string) => Figure): Section[] {
  if (feedback === undefined) return [];
  const figures = told.map(({ key }) => get(`feedback.${key}`));
  const [handled, ...shares] = figures;
  const lines =
    handled!.numerator === 0
      ? [`Trong kỳ không phát sinh phản ánh, kiến nghị nào (nguồn: ${handled!.source}).`]
      : [
          `Trong kỳ phải xử lý ${figureInWords(handled!)}, kể cả kỳ trước chuyển sang (nguồn: ${handled!.source}):`,
          ...shares.map(
            (one) => `- ${one.label}: ${one.denominator === 0 ? "không phát sinh" : figureInWords(one)}.`,
          ),
        ];
  const cases = feedback.cases === undefined ? [] : [get(CASES_KEY)];
  lines.push(...cases.map(casesInWords));
  return [
    {
      ...{ level: 2, heading: "Tiếp nhận, xử lý phản ánh, kiến nghị", text: lines.join("\n") },
      figures: [...figures, ...cases].map(({ key }) => key),
    },
  ];
}

const ending = ({ answeredOn, endedOn, dueOn, paused }: ChainFeedbackRow): string => {
  if (answeredOn !== null)
    return `trả lời ${formatDate(answeredOn)} (${answeredOn <= dueOn ? "đúng hạn" : `muộn, hạn ${formatDate(dueOn)}`})`;
  if (endedOn !== null) return `kết thúc ${formatDate(endedOn)}`;
  return paused ? "chờ người gửi bổ sung" : `đang xử lý, hạn ${formatDate(dueOn)}`;
};

/** What stands behind a figure: by its code, without its words. */
export const feedbackRows = ({ feedback }: Chain): FigureRow[] =>
  (feedback?.rows ?? []).map((row) => ({
    ...{ id: row.id, kind: "feedback" as const, label: `${row.code}: ${row.kindLabel}` },
    detail: [
      row.unitName ?? "Chưa giao đơn vị",
      `nhận ${formatDate(row.receivedOn)}`,
      ending(row),
      ...(row.rating === null ? [] : [words[row.rating].toLocaleLowerCase("vi")]),
      ...(row.publishedOn === null ? [] : [`công khai ${formatDate(row.publishedOn)}`]),
    ].join(" · "),
    url: `/workspace/phan-anh/${row.id}`,
  }));

/** Each of them as a row of a sheet; none where nothing was kept of it. */
export function feedbackSheets({ feedback }: Chain): Sheet[] {
  if (feedback === undefined) return [];
  if (feedback.rows.length === 0) return caseSheets(feedback);
  const day = (header: string) => ({ header, width: 14, kind: "date" as const });
  return [
    {
      name: "Phản ánh, kiến nghị",
      columns: [
        { header: "Mã", width: 18, kind: "text" },
        { header: "Loại", width: 44, kind: "text" },
        { header: "Đơn vị", width: 34, kind: "text" },
        ...[day("Nhận"), day("Hạn"), day("Trả lời"), day("Kết thúc")],
        { header: "Đánh giá", width: 18, kind: "text" },
        day("Công khai"),
      ],
      rows: feedback.rows.map((row) => [
        ...[row.code, row.kindLabel, row.unitName, row.receivedOn, row.dueOn, row.answeredOn, row.endedOn],
        row.rating === null ? null : words[row.rating],
        row.publishedOn,
      ]),
    },
    ...caseSheets(feedback),
  ];
}
