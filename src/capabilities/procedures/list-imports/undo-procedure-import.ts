import { and, eq, inArray } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { dropSearchTexts } from "#platform/search/search-text.ts";
import type { Work } from "#platform/work/work.ts";
import { cleanRecord } from "../fingerprint.ts";
import { procedurePolicy } from "../policy.ts";
import { proceduresChanged } from "../procedure-changed.ts";
import { currentOf, recordOf } from "../procedure-queries.ts";
import { procedure, procedureImport, procedureImportLine, procedureVersion } from "../tables.ts";
import { putProcedureInSearch, writeVersion } from "../write-version.ts";
import { stateFacts } from "./import-procedures.ts";

/** So many are named; the others are counted. */
const NAMED = 5;

const sameState = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Takes a whole import back: what it changed says again what it said before (as a further version), what it repealed is
 * carried out again, what it brought leaves the register. Refused where somebody has worked on it since.
 */
export async function undoProcedureImport(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  const [made] = await tx
    .select()
    .from(procedureImport)
    .where(and(eq(procedureImport.agencyId, agencyId), eq(procedureImport.id, id)))
    .for("update");
  if (!made) throw new NotFound("Không có lần nhập này trong cơ quan.");
  if (made.undoneAt) throw new Conflict("Lần nhập này đã được lấy lại rồi.");
  const lines = await tx.select().from(procedureImportLine).where(eq(procedureImportLine.importId, id));
  const ids = lines.map(({ procedureId }) => procedureId);
  await tx.select({ id: procedure.id }).from(procedure).where(inArray(procedure.id, ids)).for("update");
  const now = new Map((await currentOf(tx, agencyId, ids)).map((one) => [one.procedure.id, one]));
  const changed = lines.filter(({ procedureId, versionAfter, stateAfter }) => {
    const one = now.get(procedureId);
    return (
      !one ||
      one.version.version !== versionAfter ||
      !sameState(stateFacts(one.procedure), stateFacts(stateAfter))
    );
  });
  if (changed.length > 0) {
    const names = changed
      .slice(0, NAMED)
      .map(({ procedureId }) => now.get(procedureId)?.procedure.code ?? "đã rời sổ");
    const more = changed.length > NAMED ? ` và ${changed.length - NAMED} thủ tục khác` : "";
    throw new Conflict(
      `Chưa lấy lại được: ${names.join(", ")}${more} đã được sửa sau lần nhập này. Hãy sửa tay từng thủ tục, hoặc lấy lại lần nhập sau trước.`,
    );
  }
  const reason = `Lấy lại lần nhập danh mục “${made.fileName}”`;
  const brought = lines.filter(({ versionBefore }) => versionBefore === null);
  const newIds = brought.map(({ procedureId }) => procedureId);
  if (newIds.length > 0)
    await tx.update(procedure).set({ takenBackAt: at, updatedAt: at }).where(inArray(procedure.id, newIds));
  await dropSearchTexts(tx, "procedure", newIds);
  for (const { procedureId, versionBefore, versionAfter, stateBefore } of lines) {
    if (versionBefore === null) continue;
    const one = now.get(procedureId)!;
    await tx
      .update(procedure)
      .set({ ...stateFacts(stateBefore!), updatedAt: at })
      .where(eq(procedure.id, procedureId));
    const { code, suffix } = one.procedure;
    if (versionAfter === versionBefore) {
      if (stateBefore!.state !== "repealed")
        await putProcedureInSearch(work, { procedureId, code, suffix, record: recordOf(one.version) });
      continue;
    }
    const [former] = await tx
      .select()
      .from(procedureVersion)
      .where(and(eq(procedureVersion.procedureId, procedureId), eq(procedureVersion.version, versionBefore)));
    await writeVersion(work, {
      ...{
        procedureId,
        code,
        suffix,
        version: versionAfter + 1,
        record: cleanRecord(recordOf(former!)),
        reason,
      },
      validFrom: toVietnamDate(at).toString(),
    });
  }
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
  await proceduresChanged(tx, ids);
}
