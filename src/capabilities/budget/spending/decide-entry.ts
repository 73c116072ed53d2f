import { and, eq } from "drizzle-orm";
import { Conflict, Forbidden, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { leaveItsYear } from "../closing/carry-commitment.ts";
import { inWords } from "../database-refusals.ts";
import { budgetPolicy } from "../policy.ts";
import { budgetCommitment, budgetExpense } from "../tables.ts";
import { type EntryKind, type EntryVerdict, entryStateWords } from "./entry.ts";
import { heldLine, refuse } from "./record-commitment.ts";

const tables = { commitment: budgetCommitment, expense: budgetExpense } as const;

/** A second person confirms what was recorded or says why not; who recorded it may withdraw it. Gives the line. */
export async function decideEntry(
  work: Work,
  { kind, id, verdict, words }: { kind: EntryKind; id: string; verdict: EntryVerdict; words: string },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const table = tables[kind];
  const which = and(eq(table.agencyId, agencyId), eq(table.id, id));
  const [found] = await tx.select({ lineId: table.lineId }).from(table).where(which);
  if (!found) throw new NotFound("Không có mục này trong cơ quan.");
  await heldLine(work, found.lineId);
  // Read again, now that nobody else changes it.
  const [now] = await tx
    .select({ state: table.state, recordedBy: table.recordedBy, amount: table.amount })
    .from(table)
    .where(which);
  const { state, recordedBy, amount } = now!;
  if (verdict === "withdrawn") {
    budgetPolicy.permit(actor, "record", { agencyId });
    if (recordedBy !== actor.personId) throw new Forbidden("Chỉ người ghi rút lại được.");
  } else budgetPolicy.permit(actor, "confirm", { agencyId, recordedBy });
  if (state !== "pending")
    throw new Conflict(`Mục này không còn chờ xác nhận: ${entryStateWords[state].toLocaleLowerCase("vi")}.`);
  if (verdict !== "confirmed" && words === "") refuse("words", "Hãy ghi lý do.");
  await inWords(
    tx
      .update(table)
      .set({ state: verdict, decidedBy: actor.personId, decidedAt: at, decisionWords: words })
      .where(which),
  );
  if (kind === "commitment" && verdict === "confirmed") {
    const [carried] = await tx.select().from(budgetCommitment).where(eq(budgetCommitment.id, id));
    if (carried!.carriedFromId !== null) await leaveItsYear(work, carried!);
  }
  await work.record({
    act: kind === "commitment" ? "decide-commitment" : "decide-expense",
    ...{ objectKind: `budget-${kind}`, objectId: id },
    after: { state: verdict, amount, words },
  });
  return found.lineId;
}
