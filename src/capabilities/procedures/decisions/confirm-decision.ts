import { and, eq } from "drizzle-orm";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { addProcedure } from "../add-procedure.ts";
import { procedurePolicy } from "../policy.ts";
import { procedureByCode, recordOf } from "../procedure-queries.ts";
import { procedureRecord } from "../procedure-record.ts";
import { repealProcedure } from "../repeal-procedure.ts";
import { saveProcedure } from "../save-procedure.ts";
import { procedureDecision } from "../tables.ts";
import { type DecisionRow, replacedCodes } from "./decision.ts";
import { decisionFacts } from "./decision-queries.ts";

interface Source {
  number: string;
  issuedOn: string;
  effectiveOn: string;
}

/** The procedure as the decision leaves it: a new one with what is known of it, else a further version of it. */
async function keepCurrent(
  work: Work,
  row: DecisionRow,
  { number, issuedOn, effectiveOn }: Source,
): Promise<string> {
  const { tx, actor } = work;
  const known = await procedureByCode(tx, actor.agencyId, row.code);
  const decided = { decisionNumber: number, decidedOn: issuedOn };
  const said = { ...(row.name && { name: row.name }), ...(row.field && { field: row.field }) };
  const level = row.level && { level: row.level };
  if (!known) {
    const id = uuidv7();
    const record = procedureRecord.parse({ name: row.name, field: row.field, ...level, ...decided });
    await addProcedure(work, { id, code: row.code, record, validFrom: effectiveOn });
    return id;
  }
  if (known.procedure.state === "repealed")
    throw new Conflict(
      `Thủ tục ${row.code} trong sổ đang ghi là bãi bỏ. Hãy cho thực hiện lại trước, hoặc sửa dòng này; chưa có gì được xác nhận.`,
    );
  const { id, suffix } = known.procedure;
  await saveProcedure(work, {
    ...{ id, suffix, validFrom: effectiveOn, seen: known.version.version },
    record: { ...recordOf(known.version), ...said, ...level, ...decided },
    reason: `Quyết định ${number}`,
  });
  return id;
}

async function repeal(work: Work, code: string, successorId: string | null, source: Source): Promise<void> {
  const known = await procedureByCode(work.tx, work.actor.agencyId, code);
  // What the register never had, or has as repealed already, need not be told again.
  if (!known || known.procedure.state === "repealed") return;
  await repealProcedure(work, {
    ...{ id: known.procedure.id, repealedOn: source.effectiveOn, successorId },
    reason: `Quyết định ${source.number}`,
  });
}

/**
 * A person has compared the rows with the document: the register follows them, and from the day of the decision on the
 * clock runs at every place. @throws Conflict, NotFound, Unacceptable
 */
export async function confirmDecision(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  const [held] = await tx
    .select({ id: procedureDecision.id })
    .from(procedureDecision)
    .where(and(eq(procedureDecision.agencyId, agencyId), eq(procedureDecision.id, id)))
    .for("update");
  if (!held) throw new NotFound("Không có quyết định này trong cơ quan.");
  const { decision, document, rows } = await decisionFacts(tx, agencyId, id);
  if (decision.state === "confirmed") return;
  if (rows.length === 0)
    throw new Unacceptable("Quyết định chưa có dòng nào; hãy ghi thủ tục mà quyết định công bố.");
  const nameless = rows.filter(({ name, action }) => name === "" && action !== "repealed");
  if (nameless.length > 0)
    throw new Unacceptable(`Dòng ${nameless.map(({ code }) => code).join(", ")} chưa có tên thủ tục.`);
  const source = {
    number: document.number ?? "",
    issuedOn: document.issuedOn!,
    effectiveOn: decision.effectiveOn,
  };
  for (const row of rows) {
    if (row.action === "repealed") continue;
    const successorId = await keepCurrent(work, row, source);
    for (const code of replacedCodes(row)) await repeal(work, code, successorId, source);
  }
  // Last: what is replaced often stands among what is repealed as well, where no successor is named.
  for (const { action, code } of rows) if (action === "repealed") await repeal(work, code, null, source);
  await tx
    .update(procedureDecision)
    .set({ state: "confirmed", confirmedBy: personId, confirmedAt: at })
    .where(eq(procedureDecision.id, id));
  await work.record({
    act: "confirm-procedure-decision",
    objectKind: "procedure-decision",
    objectId: id,
    after: { number: source.number, rows: rows.length },
  });
}
