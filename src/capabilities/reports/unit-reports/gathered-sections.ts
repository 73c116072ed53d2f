import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { vietnameseNumber } from "../figure.ts";
import type { Section } from "../report-text.ts";
import { standingInWords, type UnitStanding } from "./standing-words.ts";
import { type ExtraFigure, type SentFigure, textParts, type UnitReportText } from "./unit-report.ts";

const HEADING = "Tổng hợp báo cáo của các đơn vị";

/** A section of a report holds 50,000 characters; the rest goes on in the next one. */
const LONGEST = 45_000;

/** What one unit sent and the office has accepted. */
export interface AcceptedReport {
  unitName: string;
  round: number;
  version: number;
  content: UnitReportText;
  figures: SentFigure[];
}

const section = (level: 1 | 2, heading: string, lines: string[]): Section[] => {
  const parts: string[][] = [[]];
  let length = 0;
  for (const line of lines) {
    if (length + line.length > LONGEST && parts.at(-1)!.length > 0) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)!.push(line);
    length += line.length + 1;
  }
  return parts.map((part, index) => ({
    level,
    heading: index === 0 ? heading : `${heading} (tiếp ${index})`,
    text: part.join("\n"),
    figures: [],
  }));
};

/** Several paragraphs as one, each ended. */
const inOne = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim().replace(/^[-–•+]\s*/u, ""))
    .filter((line) => line !== "")
    .map((line) => (/[.;:!?…]$/u.test(line) ? line : `${line}.`))
    .join(" ");

const numberOf = ({ value, corrected }: SentFigure): number => corrected?.value ?? value;

/** Each figure added up over the units, with what each one gave. */
function figureLines(reports: AcceptedReport[], extras: ExtraFigure[]): string[] {
  const line = (
    label: string,
    unit: string,
    given: { unitName: string; value: number; from: number | null }[],
  ) => {
    const sum = given.reduce((total, { value }) => total + value, 0);
    const each = given.map(
      ({ unitName, value, from }) =>
        `${unitName}: ${vietnameseNumber(value)}${from === null ? "" : ` (hệ thống: ${vietnameseNumber(from)})`}`,
    );
    const counted = [vietnameseNumber(sum), unit].filter(Boolean).join(" ");
    return `- ${label}: ${counted} (${each.join("; ")}).`;
  };
  const keys = new Map(
    reports.flatMap(({ figures }) => figures.map(({ key, label, unit }) => [key, { label, unit }] as const)),
  );
  return [
    "Cộng số của các đơn vị; việc chung của nhiều đơn vị được tính ở mỗi đơn vị.",
    ...[...keys].map(([key, { label, unit }]) =>
      line(
        label,
        unit,
        reports.flatMap(({ unitName, figures }) => {
          const figure = figures.find((one) => one.key === key);
          return figure
            ? [{ unitName, value: numberOf(figure), from: figure.corrected ? figure.value : null }]
            : [];
        }),
      ),
    ),
    ...extras.map(({ key, label, unit }) =>
      line(
        label,
        unit,
        reports.flatMap(({ unitName, content }) => {
          const value = content.extras[key] ?? null;
          return value === null ? [] : [{ unitName, value, from: null }];
        }),
      ),
    ),
  ];
}

/** What was accepted of the units as sections of the agency's report: figures added up, texts quoted by unit. */
export function gatheredSections(
  reports: AcceptedReport[],
  {
    extras,
    standing,
    waiting,
    at,
  }: {
    extras: ExtraFigure[];
    standing: UnitStanding;
    /** Names of units that have sent and were not accepted yet. */
    waiting: string[];
    at: Date;
  },
): Section[] {
  const from = reports.map(
    ({ unitName, round, version }) => `${unitName} (lần gửi ${round}, bản ${version})`,
  );
  return [
    ...section(1, HEADING, [
      `Tổng hợp lúc ${formatDateTime(at)} từ ${reports.length} báo cáo đã tiếp nhận: ${from.join("; ")}.`,
      standingInWords(standing),
      ...(waiting.length > 0
        ? [`Đã gửi nhưng chưa được tiếp nhận nên chưa tổng hợp: ${waiting.join(", ")}.`]
        : []),
    ]),
    ...section(2, "Số liệu các đơn vị báo cáo", figureLines(reports, extras)),
    ...textParts.flatMap(({ key, label }) => {
      const said = reports.filter(({ content }) => content[key].trim() !== "");
      return section(
        2,
        `${label} do các đơn vị nêu`,
        said.length === 0
          ? ["Không đơn vị nào nêu."]
          : said.map(({ unitName, content }) => `- ${unitName}: “${inOne(content[key])}”`),
      );
    }),
  ];
}

/** The sections without what an earlier gathering wrote. */
export function withoutGathered(sections: Section[]): Section[] {
  const start = sections.findIndex(({ level, heading }) => level === 1 && heading === HEADING);
  if (start < 0) return sections;
  const next = sections.findIndex(({ level }, index) => index > start && level === 1);
  return [...sections.slice(0, start), ...(next < 0 ? [] : sections.slice(next))];
}
