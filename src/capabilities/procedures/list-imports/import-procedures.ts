import { createHash } from "node:crypto";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { insertMany } from "#platform/database/insert-many.ts";
import { dropSearchTexts } from "#platform/search/search-text.ts";
import { rememberMatches } from "#platform/sheets/said-heads.ts";
import type { Recorded, Work } from "#platform/work/work.ts";
import { formRows } from "../forms/own-forms.ts";
import { procedurePolicy } from "../policy.ts";
import { proceduresChanged } from "../procedure-changed.ts";
import type { StateFacts } from "../procedure-state.ts";
import {
  procedure,
  procedureImport,
  procedureImportLine,
  procedureVersion,
  procedureVersionForm,
} from "../tables.ts";
import { putProceduresInSearch, versionRow } from "../write-version.ts";
import { AT_ONCE, changeProcedures, oneListAtOnce } from "./change-procedures.ts";
import type { JudgedRow } from "./judge-list.ts";
import { type ListRun, unwatchedList } from "./running-lists.ts";
import { type ListToTry, REMEMBERED_AS, tryProcedureList } from "./try-procedure-list.ts";

export interface ListToImport extends ListToTry {
  fileName: string;
  /** First day of what comes with it. */
  validFrom: string;
  /** Names what was shown; null: nobody looks first (the command line). */
  seen: string | null;
}

export interface Imported {
  /** Null: everything stood there already. */
  importId: string | null;
  counts: Record<JudgedRow["state"], number>;
}

/** More bad rows than this, and the file is not what it seems. */
const MOST_BAD = 0.2;

const states = ["new", "changed", "unchanged", "repealed", "left", "bad"] as const;

/** How many rows there are of each state. */
export const countsOf = (rows: JudgedRow[]) =>
  Object.fromEntries(
    states.map((state) => [state, rows.filter((row) => row.state === state).length]),
  ) as Imported["counts"];

function demandSound(counts: Imported["counts"], isFull: boolean, rows: number): void {
  if (counts.bad > rows * MOST_BAD)
    throw new Unacceptable(
      `${counts.bad} trong ${rows} dòng chưa đúng, nhiều hơn một phần năm, nên chưa ghi gì. Hãy xem lại cột và tệp.`,
    );
  if (isFull && counts.bad > 0)
    throw new Unacceptable(
      `Danh mục đầy đủ còn ${counts.bad} dòng chưa đúng: thủ tục ở dòng ấy có thể bị coi là bãi bỏ, nên chưa ghi gì. Hãy sửa các dòng rồi nhập lại, hoặc bỏ chọn “danh mục đầy đủ”.`,
    );
}

type Taken = JudgedRow & { outcome: NonNullable<JudgedRow["outcome"]> };

/** The acts that the rows amount to, as if each had been done by hand. */
const recorded = ({ outcome, changes, code, name }: Taken, id: string, reason: string): Recorded => {
  const { existing, state } = outcome;
  const act = !existing
    ? "add-procedure"
    : state.state === "repealed"
      ? "repeal-procedure"
      : "save-procedure";
  return {
    ...{ act, objectKind: "procedure", objectId: id, reason },
    before: existing ? { version: existing.version.version, state: existing.procedure.state } : null,
    after: {
      ...{ code, name, state: state.state },
      version: (existing?.version.version ?? 0) + (outcome.isNewVersion ? 1 : 0),
      ...(existing && { changed: changes.map(({ part }) => part).join("; ") }),
    },
  };
};

/** Writes some of the rows. Gives the ids of their procedures. */
async function writePart(
  work: Work,
  taken: Taken[],
  given: ListToImport,
  importId: string,
): Promise<string[]> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const rows = taken.map((row) => ({
    ...row,
    id: row.outcome.existing?.procedure.id ?? uuidv7(),
    before: row.outcome.existing?.version.version ?? 0,
    version: (row.outcome.existing?.version.version ?? 0) + (row.outcome.isNewVersion ? 1 : 0),
  }));
  const fresh = rows.filter(({ outcome }) => outcome.isNewVersion);
  await insertMany(
    tx,
    procedure,
    rows
      .filter(({ outcome }) => !outcome.existing)
      .map(({ id, code, version, outcome: { suffix, state } }) => ({
        ...{ id, agencyId, code, suffix, currentVersion: version, updatedAt: at, takenBackAt: null },
        ...state,
      })),
  );
  await insertMany(
    tx,
    procedureVersion,
    fresh.map(({ id, version, outcome: { record } }) =>
      versionRow(work, {
        ...{ procedureId: id, version, record, validFrom: given.validFrom },
        reason: version === 1 ? "" : given.reason,
      }),
    ),
  );
  const known = rows.filter(({ outcome }) => outcome.existing);
  await changeProcedures(
    tx,
    known.map(({ id, version, outcome: { state, suffix } }) => ({ id, version, suffix, state })),
    at,
  );
  await insertMany(
    tx,
    procedureVersionForm,
    fresh.flatMap(({ id, version, outcome: { record } }) =>
      formRows(agencyId, { procedureId: id, version, record }),
    ),
  );
  await insertMany(
    tx,
    procedureImportLine,
    rows.map(({ id, before, version, outcome: { existing, state } }) => ({
      ...{ importId, procedureId: id, agencyId, versionAfter: version, stateAfter: state },
      versionBefore: existing ? before : null,
      stateBefore: existing ? stateFacts(existing.procedure) : null,
    })),
  );
  const isOver = ({ outcome }: Taken) => outcome.state.state === "repealed";
  await dropSearchTexts(
    tx,
    "procedure",
    rows.filter(isOver).map(({ id }) => id),
  );
  await putProceduresInSearch(
    work,
    rows
      .filter((row) => !isOver(row))
      .map(({ id, code, outcome: { suffix, record } }) => ({ procedureId: id, code, suffix, record })),
  );
  await work.recordAll(rows.map((row) => recorded(row, row.id, given.reason)));
  return rows.map(({ id }) => id);
}

async function writeRows(
  work: Work,
  taken: Taken[],
  given: ListToImport,
  importId: string,
  { tell, signal }: ListRun,
): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < taken.length; from += AT_ONCE) {
    signal.throwIfAborted();
    tell({ step: "writing", done: from, total: taken.length });
    ids.push(...(await writePart(work, taken.slice(from, from + AT_ONCE), given, importId)));
  }
  signal.throwIfAborted();
  return ids;
}

export const stateFacts = ({ state, stateReason, repealedOn, successorId }: StateFacts): StateFacts => ({
  ...{ state, stateReason, repealedOn, successorId },
});

/**
 * Takes a list into the register at once: what is new, changed or repealed; what stands there already is left. What was
 * shown to the person is what is done. @throws Conflict, Unacceptable
 */
export async function importProcedures(
  work: Work,
  given: ListToImport,
  run: ListRun = unwatchedList(),
): Promise<Imported> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  await oneListAtOnce(tx, agencyId);
  const { judged, columns } = await tryProcedureList(tx, agencyId, given, run);
  if (given.seen !== null && given.seen !== judged.seen)
    throw new Conflict(
      "Sổ thủ tục đã thay đổi sau khi bạn xem thử nên chưa ghi gì. Hãy xem lại các dòng rồi nhập.",
    );
  const counts = countsOf(judged.rows);
  if (given.columns) await rememberMatches(work, REMEMBERED_AS, columns);
  demandSound(counts, given.isFull, judged.rows.filter(({ line }) => line !== null).length);
  const taken = judged.rows.filter((row): row is Taken => row.outcome !== null);
  if (taken.length === 0) return { importId: null, counts };
  const importId = uuidv7();
  await tx.insert(procedureImport).values({
    ...{ id: importId, agencyId, fileName: given.fileName, isFull: given.isFull },
    ...{ importedBy: personId, importedAt: at },
    sha256: createHash("sha256").update(given.bytes).digest("hex"),
  });
  const ids = await writeRows(work, taken, given, importId, run);
  await work.record({
    act: "import-procedures",
    objectKind: "procedure-import",
    objectId: importId,
    after: {
      ...{ fileName: given.fileName, isFull: given.isFull },
      ...{ added: counts.new, changed: counts.changed, repealed: counts.repealed, bad: counts.bad },
    },
    reason: given.reason,
  });
  await proceduresChanged(tx, ids);
  return { importId, counts };
}
