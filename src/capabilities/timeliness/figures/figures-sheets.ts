import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import { percentInWords } from "../counts/percent.ts";
import type { UnitSource } from "./counts-in-period.ts";
import type { DossierBehind } from "./dossiers-behind.ts";
import {
  averageDays,
  type Division,
  divisions,
  measureLabels,
  percentOf,
  type ShareKey,
  shareLabels,
  statusWords,
} from "./measure-words.ts";
import type { FiguresOfPart, PeriodFigures } from "./period-figures.ts";
import type { Satisfaction } from "./satisfaction-queries.ts";

const plainMeasures = [
  "received",
  "carriedOver",
  "filed",
  "resolved",
  "early",
  "onTime",
  "late",
  "inProgressOnTime",
  "inProgressOverdue",
  "paused",
  "closedWithoutResult",
] as const;

const shareKeys = Object.keys(shareLabels) as ShareKey[];

const number = (header: string) => ({ header, width: 14, kind: "number" as const });
const text = (header: string, width: number) => ({ header, width, kind: "text" as const });

/** How the numbers came about; stands under every table of them. */
export const methodLines = (from: string, until: string, sources: UnitSource[]): string[] => [
  `Hồ sơ tiếp nhận trong kỳ và hồ sơ kỳ trước chuyển sang, từ ngày ${from} đến hết ngày ${until} (kỳ theo Nghị định 09/2019/NĐ-CP); xét theo ngày, không xét giờ.`,
  "Trước hạn, đúng hạn, quá hạn: ngày có kết quả trước, trùng, sau ngày hẹn trả. Đang giải quyết quá hạn: chưa có kết quả và đã qua ngày hẹn trả.",
  "Nguồn: bảng hồ sơ do hệ thống thông tin giải quyết thủ tục hành chính xuất ra. Tỷ lệ ghi kèm tử số, mẫu số; mẫu số bằng không ghi “không phát sinh”.",
  ...sourceLines(sources),
];

const namesOf = (units: UnitSource[]) => units.map(({ unit }) => unit).join(", ");

/** Which figures are a system's counts, and why nothing is added twice. */
function sourceLines(sources: UnitSource[]): string[] {
  const counted = sources.filter(({ from }) => from === "counts" || from === "chosen");
  const chosen = sources.filter(({ from }) => from === "chosen");
  const merged = counted.filter(({ earlyIsOnTime }) => earlyIsOnTime);
  const lacking = counted.filter(({ missingMonths }) => missingMonths.length > 0);
  if (sources.length === 0) return [];
  return [
    "Đơn vị đã có hồ sơ trong kỳ thì chỉ đếm từ hồ sơ; số tổng hợp của hệ thống chỉ dùng cho đơn vị không có hồ sơ nào trong kỳ hoặc được cơ quan chọn, nên không cộng hai lần.",
    ...(counted.length > 0
      ? [
          `Theo số tổng hợp của hệ thống, không xem được từng hồ sơ: ${namesOf(counted)}. Kỳ gồm nhiều tháng cộng số các tháng; kỳ trước chuyển sang lấy của tháng đầu, đang giải quyết và tạm dừng lấy của tháng cuối.`,
        ]
      : []),
    ...(chosen.length > 0
      ? [
          `Cơ quan chọn lấy số tổng hợp của hệ thống dù có hồ sơ trong kỳ, hồ sơ của đơn vị không đếm: ${namesOf(chosen)}.`,
        ]
      : []),
    ...(merged.length > 0 ? [`Đúng hạn gồm cả trước hạn, hệ thống không tách: ${namesOf(merged)}.`] : []),
    ...lacking.map(
      ({ unit, missingMonths }) => `${unit} chưa có số tổng hợp của: ${missingMonths.join(", ")}.`,
    ),
  ];
}

/** The figures as sheets: the numbers, with each share in three columns, and how they came about. */
export function figuresSheets(
  by: Division,
  {
    totals,
    rows,
    from,
    until,
    sources,
  }: { totals: PeriodFigures; rows: FiguresOfPart[]; from: string; until: string; sources: UnitSource[] },
): Sheet[] {
  const rowOf = (label: string, one: PeriodFigures) => [
    label,
    ...plainMeasures.map((measure) => one[measure]),
    ...shareKeys.flatMap((key) => [one[key].numerator, one[key].denominator, percentOf(one[key])]),
    averageDays(one),
  ];
  return [
    {
      name: "Số liệu",
      columns: [
        text(divisions[by], 40),
        ...plainMeasures.map((measure) => number(measureLabels[measure])),
        ...shareKeys.flatMap((key) => [
          number(`${shareLabels[key]}: tử số`),
          number("mẫu số"),
          text("tỷ lệ", 16),
        ]),
        number("Số ngày làm việc bình quân để có kết quả"),
      ],
      rows: [rowOf("Cả cơ quan", totals), ...rows.map(({ label, ...one }) => rowOf(label, one))],
    },
    {
      name: "Cách tính",
      columns: [text("Cách tính", 120)],
      rows: methodLines(from, until, sources).map((line) => [line]),
    },
  ];
}

/** The dossiers behind a number as a sheet. */
export const dossierSheets = (name: string, dossiers: DossierBehind[]): Sheet[] => [
  {
    name,
    columns: [
      text("Mã hồ sơ", 28),
      text("Đơn vị", 32),
      text("Mã thủ tục", 14),
      text("Thủ tục", 50),
      text("Lĩnh vực", 24),
      text("Kênh nộp", 18),
      ...["Ngày tiếp nhận", "Ngày hẹn trả", "Ngày có kết quả"].map((header) => ({
        header,
        width: 14,
        kind: "date" as const,
      })),
      text("Tình trạng", 24),
      number("Số ngày làm việc đã giải quyết"),
      number("Số ngày làm việc quá hạn"),
    ],
    rows: dossiers.map((one) => [
      ...[one.code, one.unit, one.procedureCode, one.procedureName, one.field, one.channel],
      ...[one.receivedOn, one.dueOn, one.finishedOn, statusWords[one.status]],
      ...[one.workingDays, one.daysLate],
    ]),
  },
];

/** What systems wrote of satisfaction as a sheet, each with where it is from; none where they wrote nothing. */
export const satisfactionSheets = (rows: Satisfaction[]): Sheet[] =>
  rows.length === 0
    ? []
    : [
        {
          name: "Mức độ hài lòng",
          columns: [
            text("Đơn vị", 40),
            text("Kỳ", 12),
            text("Lĩnh vực", 30),
            text("Mã thủ tục", 16),
            text("Mức độ hài lòng do hệ thống ghi", 20),
            text("Nguồn", 40),
            text("Tệp đã nhập", 40),
          ],
          rows: rows.map((one) => [
            ...[one.unit, one.period, one.field, one.procedureCode],
            ...[percentInWords(one.hundredths), one.source, one.fileName],
          ]),
        },
      ];
