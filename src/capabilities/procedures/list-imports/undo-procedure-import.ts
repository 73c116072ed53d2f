import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { insertMany } from "#platform/database/insert-many.ts";
import { dropSearchTexts } from "#platform/search/search-text.ts";
import { givingWay } from "#platform/work/give-way.ts";
import type { Work } from "#platform/work/work.ts";
import { cleanRecord } from "../fingerprint.ts";
import { formRows } from "../forms/own-forms.ts";
import { procedurePolicy } from "../policy.ts";
import { proceduresChanged } from "../procedure-changed.ts";
import { recordOf } from "../procedure-queries.ts";
import {
  procedure,
  procedureImport,
  procedureImportLine,
  procedureVersion,
  procedureVersionForm,
} from "../tables.ts";
import { putProceduresInSearch, versionRow } from "../write-version.ts";
import { AT_ONCE, changeProcedures, oneListAtOnce } from "./change-procedures.ts";
import { stateFacts } from "./import-procedures.ts";
import { type ListRun, unwatchedList } from "./running-lists.ts";

/** So many are named; the others are counted. */
const NAMED = 5;

/** Before every id. */
const NIL = "00000000-0000-0000-0000-000000000000";

const sameState = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

/** What the import did to a procedure, beside how that stands now. */
interface Line {
  line: typeof procedureImportLine.$inferSelect;
  now: typeof procedure.$inferSelect;
}

/**
 * The procedures of the import, held so that nobody changes them meanwhile; read in parts, so that others are answered
 * in between. @throws Conflict where somebody has changed one since
 */
async function untouchedLines({ tx }: Work, id: string, { tell, signal }: ListRun): Promise<Line[]> {
  const total = await tx.$count(procedureImportLine, eq(procedureImportLine.importId, id));
  const lines: Line[] = [];
  const changed: string[] = [];
  for (let after = NIL; ; ) {
    signal.throwIfAborted();
    tell({ step: "checking", done: lines.length, total });
    const part = await tx
      .select({ line: procedureImportLine, now: procedure })
      .from(procedureImportLine)
      .innerJoin(procedure, eq(procedure.id, procedureImportLine.procedureId))
      .where(and(eq(procedureImportLine.importId, id), gt(procedureImportLine.procedureId, after)))
      .orderBy(procedureImportLine.procedureId)
      .limit(AT_ONCE)
      .for("update", { of: procedure });
    for (const { line, now } of part)
      if (now.takenBackAt !== null) changed.push(`${now.code} (đã rời sổ)`);
      else if (
        now.currentVersion !== line.versionAfter ||
        !sameState(stateFacts(now), stateFacts(line.stateAfter))
      )
        changed.push(now.code);
    lines.push(...part);
    if (part.length < AT_ONCE) break;
    after = part.at(-1)!.now.id;
  }
  if (changed.length === 0) return lines;
  const more =
    changed.length > NAMED ? ` và ${(changed.length - NAMED).toLocaleString("vi-VN")} thủ tục khác` : "";
  throw new Conflict(
    `Chưa lấy lại được: ${changed.slice(0, NAMED).join(", ")}${more} đã được sửa sau lần nhập này. Hãy sửa tay từng thủ tục, hoặc lấy lại lần nhập sau trước.`,
  );
}

/** Some of what the import brought leaves the register. */
async function takeOut({ tx, at }: Work, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.update(procedure).set({ takenBackAt: at, updatedAt: at }).where(inArray(procedure.id, ids));
  await dropSearchTexts(tx, "procedure", ids);
}

/** Some of what it changed says again what it said before, as a further version where the import made one. */
async function putBack(
  work: Work,
  lines: (Line & { before: number })[],
  reason: string,
  giveWay: () => Promise<void>,
): Promise<void> {
  if (lines.length === 0) return;
  const { tx, actor, at } = work;
  const former = await tx
    .select({ version: procedureVersion })
    .from(procedureImportLine)
    .innerJoin(
      procedureVersion,
      and(
        eq(procedureVersion.procedureId, procedureImportLine.procedureId),
        eq(procedureVersion.version, sql`${procedureImportLine.versionBefore}`),
      ),
    )
    .where(
      and(
        eq(procedureImportLine.importId, lines[0]!.line.importId),
        inArray(
          procedureImportLine.procedureId,
          lines.map(({ now }) => now.id),
        ),
      ),
    );
  const formerOf = new Map(former.map(({ version }) => [version.procedureId, version]));
  const restored = [];
  for (const { line, now, before } of lines) {
    await giveWay();
    const isNewVersion = line.versionAfter !== before;
    restored.push({
      ...{ procedureId: now.id, code: now.code, suffix: now.suffix, isNewVersion },
      version: line.versionAfter + (isNewVersion ? 1 : 0),
      record: cleanRecord(recordOf(formerOf.get(now.id)!)),
      state: stateFacts(line.stateBefore!),
    });
  }
  const fresh = restored.filter(({ isNewVersion }) => isNewVersion);
  const validFrom = toVietnamDate(at).toString();
  await insertMany(
    tx,
    procedureVersion,
    fresh.map((one) => versionRow(work, { ...one, validFrom, reason })),
  );
  await insertMany(
    tx,
    procedureVersionForm,
    fresh.flatMap((one) => formRows(actor.agencyId, one)),
  );
  await changeProcedures(
    tx,
    restored.map(({ procedureId: id, version, suffix, state }) => ({ id, version, suffix, state })),
    at,
  );
  const isOver = ({ state }: { state: { state: string } }) => state.state === "repealed";
  await dropSearchTexts(
    tx,
    "procedure",
    restored.filter(isOver).map(({ procedureId }) => procedureId),
  );
  await putProceduresInSearch(
    work,
    restored.filter((one) => !isOver(one)),
  );
}

/**
 * Takes a whole import back: what it changed says again what it said before (as a further version), what it repealed is
 * carried out again, what it brought leaves the register. Refused where somebody has worked on it since. All of it or,
 * stopped or broken off, nothing: it is one transaction, however long. @throws Conflict, NotFound
 */
export async function undoProcedureImport(
  work: Work,
  { id }: { id: string },
  run: ListRun = unwatchedList(),
): Promise<void> {
  const { tell, signal } = run;
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  await oneListAtOnce(tx, agencyId);
  signal.throwIfAborted();
  const [made] = await tx
    .select()
    .from(procedureImport)
    .where(and(eq(procedureImport.agencyId, agencyId), eq(procedureImport.id, id)))
    .for("update");
  if (!made) throw new NotFound("Không có lần nhập này trong cơ quan.");
  if (made.undoneAt) throw new Conflict("Lần nhập này đã được lấy lại rồi.");
  const lines = await untouchedLines(work, id, run);
  const giveWay = givingWay(signal);
  const reason = `Lấy lại lần nhập danh mục “${made.fileName}”`;
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    signal.throwIfAborted();
    tell({ step: "restoring", done: from, total: lines.length });
    const part = lines.slice(from, from + AT_ONCE);
    await takeOut(
      work,
      part.filter(({ line }) => line.versionBefore === null).map(({ now }) => now.id),
    );
    await putBack(
      work,
      part.flatMap((one) =>
        one.line.versionBefore === null ? [] : [{ ...one, before: one.line.versionBefore }],
      ),
      reason,
      giveWay,
    );
  }
  signal.throwIfAborted();
  await tx
    .update(procedureImport)
    .set({ undoneAt: at, undoneBy: personId })
    .where(eq(procedureImport.id, id));
  await work.record({
    act: "undo-procedure-import",
    objectKind: "procedure-import",
    objectId: id,
    before: { fileName: made.fileName, procedures: lines.length },
  });
  await proceduresChanged(
    tx,
    lines.map(({ now }) => now.id),
  );
}
