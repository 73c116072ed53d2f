import { notedWord, type usualNumbering } from "#platform/official-document/read/notation.fixture.ts";
import { notedOdt } from "#platform/official-document/read/odt.fixture.ts";
import type { Clause, PlanReading, PlanTask } from "../plan-reading.ts";

/** One plan of the corpus and how a careful person reads it, in the words of `outlineOf`. */
export interface CorpusPlan {
  name: string;
  fileName: string;
  file: () => Promise<Uint8Array>;
  /** The same as OpenDocument. */
  odt?: () => Promise<Uint8Array>;
  /** False for a text whose lines are wrapped by hand: typeset, each would be a paragraph. */
  typeset?: boolean;
  expected: string;
  /** Warnings that must be there, as "code@where". */
  warnings?: string[];
}

/** The files of a noted document. */
export function inWord(
  source: string,
  numberings: typeof usualNumbering = [],
): Pick<CorpusPlan, "fileName" | "file" | "odt"> {
  return {
    fileName: "ke-hoach.docx",
    file: () => notedWord(source, numberings),
    odt: () => notedOdt(source, numberings),
  };
}

const shown = (part: string | null) => part ?? "–";

function clauseLines(clauses: Clause[]): string[] {
  return clauses.flatMap(({ path, title, text, children }) => [
    [path, title === null ? "" : ` [${title}]`, text === "" ? "" : ` ${text}`].join(""),
    ...clauseLines(children),
  ]);
}

function taskLine({
  clause,
  appendix,
  title,
  leadUnits,
  leadUnit,
  coordinatingUnits,
  due,
  deliverable,
}: PlanTask) {
  const place = appendix
    ? `${clause === null ? "" : `${clause} `}${shown(appendix.title)} › ${shown(appendix.group)} › ${appendix.row}`
    : shown(clause);
  const lead =
    leadUnit === null || leadUnits.join("; ") === leadUnit
      ? leadUnits.join("; ")
      : `${leadUnit} = ${leadUnits.join("; ")}`;
  const time = [
    due.kind,
    due.date,
    due.from || due.to ? `${due.from ?? ""}..${due.to ?? ""}` : null,
    due.every,
    due.text === null ? null : `“${due.text}”`,
  ];
  return [
    place,
    title,
    lead,
    coordinatingUnits.join("; "),
    time.filter((part) => part !== null).join(" "),
    deliverable ?? "",
  ]
    .join(" | ")
    .replace(/( \| )+$/, "");
}

/** A reading as lines that a person can write by hand. */
export function outlineOf({ header, citations, clauses, tasks }: PlanReading): string[] {
  const { signer } = header;
  return [
    `cơ quan: ${shown(header.parentAgency)} > ${shown(header.agency)}`,
    `số: ${shown(header.number)} / ${shown(header.symbol)}`,
    `ngày: ${shown(header.place)}, ${shown(header.date)}`,
    `tên: ${shown(header.type)}: ${shown(header.title)}`,
    `ký: ${signer === null ? "–" : [signer.authority.join(" + "), shown(signer.position), shown(signer.name)].join(" | ")}`,
    `nhận: ${header.recipients.join(" | ")}`.trim(),
    ...citations.map(
      ({ number, type, date, issuer, role }) =>
        `dẫn: ${role} | ${shown(type)} | ${number} | ${shown(date)} | ${shown(issuer)}`,
    ),
    "mục:",
    ...clauseLines(clauses),
    "việc:",
    ...tasks.map(taskLine),
  ];
}

/** True when the line is the expected one, in which each "…" stands for any words. */
function stands(line: string, wanted: string): boolean {
  const [first = "", ...others] = wanted.split("…");
  if (others.length === 0 || !line.startsWith(first)) return line === wanted;
  let at = first.length;
  for (const part of others.slice(0, -1)) {
    const found = line.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = others.at(-1)!;
  return line.length - last.length >= at && line.endsWith(last);
}

/** The expected lines beside the read ones, in which those that stand as expected are replaced by their short form. */
export function compared(expected: string, actual: string[]): { expected: string[]; actual: string[] } {
  const lines = expected
    .trim()
    .split("\n")
    .map((line) => line.trim());
  const open = [...lines];
  const short = actual.map((line) => {
    const at = open.findIndex((wanted) => stands(line, wanted));
    return at < 0 ? line : open.splice(at, 1)[0]!;
  });
  return { expected: lines, actual: short };
}
