import { stateFromRow } from "../list-imports/record-from-row.ts";
import { type CurrentProcedure, type ProcedureVersion, recordOf } from "../procedure-queries.ts";
import { standsOn } from "../procedure-state.ts";
import type { ProcedureKey } from "../reading/procedure-columns.ts";
import { compareRow, compareState, type FieldDifference } from "./compare-row.ts";
import type { Standing } from "./standing.ts";

export interface SnapshotRow {
  line: number;
  code: string;
  written: Partial<Record<ProcedureKey, string>>;
}

export interface SnapshotFacts {
  isFull: boolean;
  columns: ProcedureKey[];
  /** Codes of rows that could not be taken: they may well stand there. */
  rejectedCodes: string[];
  rows: SnapshotRow[];
}

export interface Finding {
  /** Null: the register has none with this code. */
  procedureId: string | null;
  code: string;
  name: string;
  /** Of the register; null: it has none. */
  version: number | null;
  standing: Standing;
  /** The row of the sheet; null: there is none. */
  line: number | null;
  /** The former version that stands there; null: none is known. */
  staleVersion: number | null;
  differences: FieldDifference[];
  notes: string[];
  /** When the place says that it was last changed there; a change of that alone is none of substance. */
  changedThereOn: string | null;
}

const named = (text: string): string => text.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();

/** Of several rows with one code the one that names the register's agency, else the last. */
function rowFor(rows: SnapshotRow[], { version }: CurrentProcedure): SnapshotRow {
  const own = named(version.implementingAgency);
  return rows.findLast(({ written }) => named(written.ten_co_quan ?? "") === own) ?? rows.at(-1)!;
}

/** The newest former version that says just what the row says; null: none. */
const formerLike = (
  row: SnapshotRow,
  columns: ReadonlySet<ProcedureKey>,
  { version }: CurrentProcedure,
  former: ProcedureVersion[],
): ProcedureVersion | null =>
  former.find(
    (one) =>
      one.fingerprint !== version.fingerprint &&
      compareRow(row.written, columns, recordOf(one)).differences.length === 0,
  ) ?? null;

/** The decision that the row names came before the one that holds. */
const isOlder = ({ written }: SnapshotRow, { version }: CurrentProcedure): boolean =>
  version.decidedOn !== null &&
  /^\d{4}-\d\d-\d\d$/u.test(written.ngay_cong_bo ?? "") &&
  written.ngay_cong_bo! < version.decidedOn;

function findingOf(
  one: CurrentProcedure,
  there: SnapshotRow[],
  facts: SnapshotFacts,
  columns: ReadonlySet<ProcedureKey>,
  former: ProcedureVersion[],
  day: string,
): Finding | null {
  const { procedure, version } = one;
  const blank = {
    ...{ procedureId: procedure.id, code: procedure.code, name: version.name, version: version.version },
    ...{ line: null as number | null, staleVersion: null, differences: [], changedThereOn: null },
    notes: [] as string[],
  };
  const stands = standsOn(procedure, day);
  if (there.length === 0) {
    if (facts.rejectedCodes.includes(procedure.code)) return { ...blank, standing: "unread" };
    if (!facts.isFull) return null;
    return { ...blank, standing: stands ? "missing" : "gone" };
  }
  const row = rowFor(there, one);
  const found = { ...blank, line: row.line, changedThereOn: row.written.cap_nhat_luc ?? null };
  if (there.length > 1) found.notes.push(`Mã này có ${there.length} dòng; so với dòng ${row.line}.`);
  const isOverThere = stateFromRow(row.written) === "repealed";
  if (!stands) return { ...found, standing: isOverThere ? "gone" : "to-remove" };
  if (isOverThere)
    return {
      ...found,
      standing: "missing",
      notes: [...found.notes, `Ở đó ghi “${row.written.trang_thai}”.`],
    };
  const { differences, spelling, formal } = compareRow(row.written, columns, recordOf(version));
  const ofState = compareState(row.written, procedure.state);
  const all = [...differences, ...ofState];
  const like = formerLike(row, columns, one, former);
  if (all.length === 0) {
    if (like)
      return {
        ...found,
        standing: "unclear",
        notes: [
          ...found.notes,
          `Các cột của danh mục giống cả bản ${version.version} lẫn bản ${like.version}.`,
        ],
      };
    if (formal.length > 0) found.notes.push("Chỉ khác chữ hoa, dấu câu hoặc cách ghi số.");
    else if (spelling.length > 0) found.notes.push("Chỉ khác cách đặt dấu thanh.");
    return { ...found, standing: "same" };
  }
  if (differences.length > 0 && like)
    return { ...found, standing: "stale", staleVersion: like.version, differences: all };
  if (isOlder(row, one))
    return {
      ...found,
      standing: "stale",
      differences: all,
      notes: [...found.notes, "Quyết định công bố ở đó cũ hơn trong sổ."],
    };
  return { ...found, standing: "differing", differences: all };
}

/** Of what the register does not know: another agency's where the row names one that none of ours is, else extra. */
const unknownThere = (row: SnapshotRow, own: ReadonlySet<string>): Finding | null => {
  if (stateFromRow(row.written) === "repealed") return null;
  const agency = row.written.ten_co_quan ?? "";
  return {
    ...{ procedureId: null, code: row.code, name: row.written.ten_tthc ?? "", version: null },
    standing: agency === "" || own.has(named(agency)) ? "extra" : "elsewhere",
    ...{ line: row.line, staleVersion: null, differences: [] },
    notes: agency === "" ? [] : [`Cơ quan thực hiện: ${agency}.`],
    changedThereOn: row.written.cap_nhat_luc ?? null,
  };
};

/** Says of each procedure of the register how it stands in the snapshot, and what the snapshot has besides. */
export function judgeSnapshot(
  known: CurrentProcedure[],
  former: ReadonlyMap<string, ProcedureVersion[]>,
  facts: SnapshotFacts,
  day: string,
): Finding[] {
  const columns = new Set(facts.columns);
  const byCode = Map.groupBy(facts.rows, ({ code }) => code);
  const own = new Set(known.map(({ version }) => named(version.implementingAgency)).filter(Boolean));
  const codes = new Set(known.map(({ procedure }) => procedure.code));
  return [
    ...known.flatMap(
      (one) =>
        findingOf(
          one,
          byCode.get(one.procedure.code) ?? [],
          facts,
          columns,
          former.get(one.procedure.id) ?? [],
          day,
        ) ?? [],
    ),
    ...[...byCode]
      .filter(([code]) => !codes.has(code))
      .flatMap(([, rows]) => unknownThere(rows.at(-1)!, own) ?? []),
  ];
}
