import { createHash } from "node:crypto";
import type { Queryable } from "#platform/database/database.ts";
import { givingWay } from "#platform/work/give-way.ts";
import { cleanRecord, fingerprintOf } from "../fingerprint.ts";
import { type CurrentProcedure, partsOfRegister, recordOf } from "../procedure-queries.ts";
import { type ProcedureRecord, procedureRecord } from "../procedure-record.ts";
import { type ProcedureState, type StateFacts, stateLabels } from "../procedure-state.ts";
import type { ProcedureKey } from "../reading/procedure-columns.ts";
import type { ProcedureList, ProcedureRow } from "../reading/read-procedure-list.ts";
import { changedParts, partInWords, partLabels } from "../record-words.ts";
import { procedureListWords } from "./list-words.ts";
import { recordFromRow, stateFromRow } from "./record-from-row.ts";
import type { ListRun } from "./running-lists.ts";

export interface Difference {
  part: string;
  before: string;
  now: string;
}

/** What the list would make of a procedure. */
export interface JudgedRow {
  /** Of the sheet; null: the full list does not name it. */
  line: number | null;
  state: "new" | "changed" | "unchanged" | "repealed" | "left" | "bad";
  code: string;
  name: string;
  changes: Difference[];
  errors: string[];
  notes: string[];
  written: Partial<Record<ProcedureKey, string>>;
  /** What is to be written; null where nothing is. */
  outcome: {
    existing: CurrentProcedure | null;
    suffix: string;
    record: ProcedureRecord;
    isNewVersion: boolean;
    state: StateFacts;
  } | null;
}

export interface JudgedList {
  rows: JudgedRow[];
  /** Names all of this: what is confirmed is what was seen. */
  seen: string;
}

const blank: ProcedureRecord = { ...procedureRecord.parse({ name: "…" }), name: "" };
const inForce: StateFacts = { state: "in-force", stateReason: "", repealedOn: null, successorId: null };

const factsOf = ({ procedure }: CurrentProcedure): StateFacts => {
  const { state, stateReason, repealedOn, successorId } = procedure;
  return { state, stateReason, repealedOn, successorId };
};

interface Said {
  reason: string;
  today: string;
}

const turned = (before: StateFacts, wanted: ProcedureState | null, { reason, today }: Said): StateFacts => {
  if (wanted === null || wanted === before.state) return before;
  if (wanted === "in-force") return inForce;
  return { ...inForce, state: wanted, stateReason: reason, repealedOn: wanted === "repealed" ? today : null };
};

function judgeRow(row: ProcedureRow, existing: CurrentProcedure | null, said: Said): JudgedRow {
  const before = existing ? recordOf(existing.version) : blank;
  const read = recordFromRow(row.written, before);
  const shown = {
    ...{ line: row.row, code: row.code, name: row.written.ten_tthc ?? "", written: row.written },
    ...{ changes: [] as Difference[], errors: [] as string[], notes: read.notes },
  };
  const checked = procedureRecord.safeParse(read.record);
  if (!checked.success) {
    const errors = checked.error.issues.map(({ path, message }) => {
      const part = partLabels[path[0] as keyof ProcedureRecord];
      return part ? `${part}: ${message}` : message;
    });
    return { ...shown, state: "bad", errors: [...new Set(errors)], outcome: null };
  }
  const record = cleanRecord(checked.data);
  const stateBefore = existing ? factsOf(existing) : inForce;
  const wanted = stateFromRow(row.written);
  const state = turned(stateBefore, wanted, said);
  if (existing && stateBefore.state === "repealed" && state.state === "repealed")
    return {
      ...shown,
      state: "unchanged",
      notes: [
        ...read.notes,
        ...(wanted === null ? ["Sổ đang ghi thủ tục này đã bãi bỏ nên không lấy."] : []),
      ],
      outcome: null,
    };
  const isNewVersion = existing === null || fingerprintOf(record) !== existing.version.fingerprint;
  const changes = existing
    ? changedParts(before, record).map((key) => ({
        part: partLabels[key],
        before: partInWords(before, key),
        now: partInWords(record, key),
      }))
    : [];
  const isTurned = state.state !== stateBefore.state;
  if (existing && isTurned)
    changes.push({
      part: "Trạng thái",
      before: stateLabels[stateBefore.state],
      now: stateLabels[state.state],
    });
  const outcome = {
    ...{ existing, record, isNewVersion, state },
    suffix: existing?.procedure.suffix || row.written.ma_co_quan || "",
  };
  if (!existing) {
    // What was over before the register knew of it is none of its business.
    return state.state === "repealed"
      ? {
          ...shown,
          state: "left",
          notes: [...read.notes, "Đã bãi bỏ và chưa có trong sổ nên không ghi."],
          outcome: null,
        }
      : { ...shown, state: "new", outcome };
  }
  if (!isNewVersion && !isTurned) return { ...shown, state: "unchanged", outcome: null };
  return {
    ...shown,
    state: isTurned && state.state === "repealed" ? "repealed" : "changed",
    changes,
    outcome,
  };
}

function faulty(list: ProcedureList): JudgedRow[] {
  const errors = Map.groupBy(list.errors, ({ row }) => row);
  return list.rejected.map(({ row, written }) => ({
    ...{ line: row, state: "bad", written, changes: [], notes: [], outcome: null },
    ...{ code: written.ma_tthc ?? "", name: written.ten_tthc ?? "" },
    errors: (errors.get(row) ?? []).map(
      ({ column, message }) => `${procedureListWords[column].header}: ${message}`,
    ),
  }));
}

/** Those of the register that a full list does not name: repealed with it. */
const unnamed = (known: CurrentProcedure[], named: Set<string>, said: Said): JudgedRow[] =>
  known
    .filter(({ procedure }) => procedure.state !== "repealed" && !named.has(procedure.code))
    .map((existing) => ({
      ...{ line: null, state: "repealed", code: existing.procedure.code, name: existing.version.name },
      ...{ errors: [], notes: ["Không có trong danh mục đầy đủ."], written: {} },
      changes: [
        {
          part: "Trạng thái",
          before: stateLabels[existing.procedure.state],
          now: stateLabels.repealed,
        },
      ],
      outcome: {
        ...{
          existing,
          suffix: existing.procedure.suffix,
          record: recordOf(existing.version),
          isNewVersion: false,
        },
        state: turned(factsOf(existing), "repealed", said),
      },
    }));

/** What of a judged row must be as it was seen. */
const printOf = ({ line, state, code, errors, outcome }: JudgedRow): string =>
  JSON.stringify([
    ...[line, state, code, errors],
    outcome && [
      outcome.existing?.procedure.id ?? null,
      outcome.existing?.version.version ?? 0,
      fingerprintOf(outcome.record),
      outcome.state.state,
    ],
  ]);

/**
 * Says of each row of a list, in its own order, what it would make of the register; nothing is written. Others are
 * answered in between, however long the list.
 */
export async function judgeList(
  q: Queryable,
  agencyId: string,
  list: ProcedureList,
  { isFull, ...said }: Said & { isFull: boolean },
  { tell, signal }: ListRun,
): Promise<JudgedList> {
  const giveWay = givingWay(signal);
  const total = list.rows.length;
  tell({ step: "judging", done: 0, total });
  const known: CurrentProcedure[] = [];
  for await (const part of partsOfRegister(q, agencyId)) {
    signal.throwIfAborted();
    known.push(...part);
  }
  const byCode = new Map(known.map((one) => [one.procedure.code, one]));
  const lastOf = new Map(list.rows.map((row) => [row.code, row.row]));
  const remarks = Map.groupBy(
    // A day of the record that cannot be read has been told of with the record.
    list.warnings.filter(({ code, column }) => code !== "bad-date" || column !== "ngay_cong_bo"),
    ({ row }) => row,
  );
  const judged: JudgedRow[] = [];
  for (const row of list.rows) {
    await giveWay();
    const last = lastOf.get(row.code)!;
    const one = judgeRow(row, byCode.get(row.code) ?? null, said);
    judged.push(
      last === row.row
        ? one
        : {
            ...one,
            state: "left",
            changes: [],
            outcome: null,
            notes: [`Mã này còn ở dòng ${last}; lấy dòng sau.`],
          },
    );
    judged.at(-1)!.notes.push(...(remarks.get(row.row) ?? []).map(({ message }) => message));
    if (judged.length % 100 === 0) tell({ step: "judging", done: judged.length, total });
  }
  const inOrder = [...judged, ...faulty(list)].toSorted((a, b) => a.line! - b.line!);
  const rows = isFull ? [...inOrder, ...unnamed(known, new Set(lastOf.keys()), said)] : inOrder;
  const print = createHash("sha256").update(JSON.stringify([agencyId, isFull]));
  for (const row of rows) {
    await giveWay();
    print.update(printOf(row));
  }
  return { rows, seen: print.digest("hex") };
}
