import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import type { Chain } from "../chain.ts";
import { type Figure, figureInWords } from "../figure.ts";
import type { FigureRow } from "../figure-row.ts";
import type { Section } from "../report-text.ts";
import type { ChainDossiers, ChainDossierUnit } from "./dossiers-in-period.ts";

interface Told {
  key: string;
  label: string;
  numerator: (unit: ChainDossierUnit) => number;
  /** Null: a count. */
  denominator: ((unit: ChainDossierUnit) => number) | null;
}

/** What is told of the dossiers of a period, each summed over the units. */
const told: Told[] = [
  {
    key: "received",
    label: "Hồ sơ tiếp nhận, kể cả kỳ trước chuyển sang",
    numerator: (u) => u.received,
    denominator: null,
  },
  {
    key: "in-time",
    label: "Hồ sơ đã giải quyết trước hạn và đúng hạn",
    numerator: (u) => u.early + u.onTime,
    denominator: (u) => u.resolved,
  },
  {
    key: "late",
    label: "Hồ sơ đã giải quyết quá hạn",
    numerator: (u) => u.late,
    denominator: (u) => u.resolved,
  },
  {
    key: "overdue",
    label: "Hồ sơ đang giải quyết đã quá hạn",
    numerator: (u) => u.inProgressOverdue,
    denominator: (u) => u.inProgressOverdue + u.inProgressOnTime,
  },
  { key: "online", label: "Hồ sơ nộp trực tuyến", numerator: (u) => u.online, denominator: (u) => u.filed },
  {
    key: "paid",
    label: "Hồ sơ thanh toán trực tuyến, trong số có nghĩa vụ tài chính",
    numerator: (u) => u.paid,
    denominator: (u) => u.owing,
  },
  {
    key: "electronic",
    label: "Hồ sơ có kết quả điện tử",
    numerator: (u) => u.electronic,
    denominator: (u) => u.resolved,
  },
  {
    key: "digitised",
    label: "Hồ sơ đã số hóa thành phần",
    numerator: (u) => u.digitised,
    denominator: (u) => u.filed,
  },
  {
    key: "circulated",
    label: "Hồ sơ luân chuyển điện tử, trong số có luân chuyển",
    numerator: (u) => u.circulated,
    denominator: (u) => u.passedOn,
  },
];

const sumOf = (units: ChainDossierUnit[], count: (unit: ChainDossierUnit) => number): number =>
  units.reduce((sum, unit) => sum + count(unit), 0);

const sourceOf = ({ from, until }: ChainDossiers): string =>
  `Bảng hồ sơ của hệ thống một cửa đã nhập, từ ${formatDate(from)} đến ${formatDate(until)}; so theo ngày`;

/** The figures of the dossiers; behind each stand the units that it is summed over. None where nothing was kept of it. */
export function countDossiers({ dossiers, yearBefore }: Chain): Figure[] {
  if (dossiers === undefined) return [];
  const earlier = new Map((yearBefore?.figures ?? []).map((one) => [one.key, one]));
  return told.map(({ key, label, numerator, denominator }): Figure => {
    const before = earlier.get(`dossiers.${key}`);
    return {
      ...{ key: `dossiers.${key}`, label, unit: "hồ sơ", source: sourceOf(dossiers) },
      numerator: sumOf(dossiers.units, numerator),
      denominator: denominator && sumOf(dossiers.units, denominator),
      before: before ? { numerator: before.numerator, denominator: before.denominator } : null,
      rows: {
        kind: "dossier-unit",
        ids: dossiers.units.filter((unit) => numerator(unit) > 0).map(({ id }) => id),
      },
    };
  });
}

/** How the agency kept to its time, with what was apologised for; a share of nothing says that nothing arose. */
export function dossierSections({ dossiers }: Chain, get: (key: string) => Figure): Section[] {
  if (dossiers === undefined) return [];
  const figures = told.map(({ key }) => get(`dossiers.${key}`));
  const [received, ...shares] = figures;
  const { late } = dossiers;
  const lines =
    received!.numerator === 0
      ? [`Trong kỳ không có hồ sơ nào trong các bảng đã nhập (nguồn: ${received!.source}).`]
      : [
          `Trong kỳ tiếp nhận ${figureInWords(received!)}, kể cả kỳ trước chuyển sang (nguồn: ${received!.source}):`,
          ...shares.map(
            (one) => `- ${one.label}: ${one.denominator === 0 ? "không phát sinh" : figureInWords(one)}.`,
          ),
          ...(late.total === 0
            ? []
            : [
                `Trong ${late.total} hồ sơ quá hạn, đã gửi thư xin lỗi cho ${late.apologised} hồ sơ (nguồn: Sổ hồ sơ chậm và thư xin lỗi trên hệ thống).`,
              ]),
        ];
  return [
    {
      ...{ level: 2, heading: "Tiến độ giải quyết hồ sơ thủ tục hành chính", text: lines.join("\n") },
      figures: figures.map(({ key }) => key),
    },
  ];
}

/** The units behind a figure, each with what it gives to it. */
export function dossierRows({ dossiers }: Chain, { key }: Figure): FigureRow[] {
  const numerator = told.find((one) => key === `dossiers.${one.key}`)?.numerator;
  if (dossiers === undefined || numerator === undefined) return [];
  return dossiers.units.map((unit) => ({
    ...{ id: unit.id, kind: "dossier-unit" as const, label: unit.label, amount: numerator(unit) },
    detail: `${numerator(unit).toLocaleString("vi-VN")} hồ sơ · tiếp nhận ${unit.received}, đã giải quyết ${unit.resolved}: trước hạn ${unit.early}, đúng hạn ${unit.onTime}, quá hạn ${unit.late}`,
    url: `/workspace/tien-do-ho-so?ky=${dossiers.period}`,
  }));
}

/** The numbers of every unit as a sheet; none where nothing was kept of it. */
export function dossierSheets({ dossiers }: Chain): Sheet[] {
  if (dossiers === undefined || dossiers.units.length === 0) return [];
  const number = (header: string) => ({ header, width: 14, kind: "number" as const });
  return [
    {
      name: "Tiến độ hồ sơ",
      columns: [
        { header: "Đơn vị", width: 44, kind: "text" },
        ...told.map(({ label }) => number(label)),
        number("Đã giải quyết"),
        number("Tiếp nhận mới"),
      ],
      rows: dossiers.units.map((unit) => [
        unit.label,
        ...told.map(({ numerator }) => numerator(unit)),
        ...[unit.resolved, unit.filed],
      ]),
    },
  ];
}
