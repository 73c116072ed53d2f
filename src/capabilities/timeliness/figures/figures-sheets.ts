import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
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
export const methodLines = (from: string, until: string): string[] => [
  `Hồ sơ tiếp nhận trong kỳ và hồ sơ kỳ trước chuyển sang, từ ngày ${from} đến hết ngày ${until} (kỳ theo Nghị định 09/2019/NĐ-CP); xét theo ngày, không xét giờ.`,
  "Trước hạn, đúng hạn, quá hạn: ngày có kết quả trước, trùng, sau ngày hẹn trả. Đang giải quyết quá hạn: chưa có kết quả và đã qua ngày hẹn trả.",
  "Nguồn: bảng hồ sơ do hệ thống thông tin giải quyết thủ tục hành chính xuất ra. Tỷ lệ ghi kèm tử số, mẫu số; mẫu số bằng không ghi “không phát sinh”.",
];

/** The figures as sheets: the numbers, with each share in three columns, and how they came about. */
export function figuresSheets(
  by: Division,
  {
    totals,
    rows,
    from,
    until,
  }: { totals: PeriodFigures; rows: FiguresOfPart[]; from: string; until: string },
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
      rows: methodLines(from, until).map((line) => [line]),
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
