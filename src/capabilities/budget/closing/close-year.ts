import { and, eq, inArray } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { budgetPolicy } from "../policy.ts";
import { refuse } from "../spending/record-commitment.ts";
import { budgetClosing, budgetLine } from "../tables.ts";
import { tellApprovers } from "../tell-approvers.ts";
import { openMatters } from "./closing-queries.ts";

async function demandSettled({ tx, actor }: Work, year: number): Promise<void> {
  const open = await openMatters(tx, actor.agencyId, year);
  if (open.length > 0)
    throw new Conflict(
      `Năm ${year} còn ${open.length} việc chưa xong nên chưa đóng được: ${open[0]!.label}${open.length > 1 ? " …" : ""}.`,
    );
}

/** Asks that a year be closed, by the paper of its settlement. */
export async function askClosing(
  work: Work,
  input: { id: string; year: number; documentNumber: string; documentDay: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "askClosing", { agencyId });
  const { id, year, documentNumber, documentDay } = input;
  if (documentDay > toVietnamDate(at).toString()) refuse("documentDay", "Ngày này chưa tới.");
  const ofYear = and(eq(budgetClosing.agencyId, agencyId), eq(budgetClosing.year, year));
  const [line] = await tx
    .select({ id: budgetLine.id })
    .from(budgetLine)
    .where(and(eq(budgetLine.agencyId, agencyId), eq(budgetLine.year, year)))
    .limit(1);
  if (!line) throw new Conflict(`Năm ${year} chưa có dòng dự toán nào.`);
  const [standing] = await tx
    .select({ state: budgetClosing.state })
    .from(budgetClosing)
    .where(and(ofYear, inArray(budgetClosing.state, ["asked", "closed"])));
  if (standing)
    throw new Conflict(
      standing.state === "closed" ? `Năm ${year} đã đóng.` : `Năm ${year} đang chờ quyết định đóng.`,
    );
  await demandSettled(work, year);
  const [made] = await inWords(
    tx
      .insert(budgetClosing)
      .values({
        ...{ id, agencyId, year, state: "asked", documentNumber, documentDay },
        ...{ askedBy: actor.personId, askedAt: at },
      })
      .onConflictDoNothing()
      .returning({ id: budgetClosing.id }),
  );
  if (!made) throw new Conflict("Đề nghị này đã được ghi; hãy tải lại trang.");
  await work.record({
    ...{ act: "ask-budget-closing", objectKind: "budget-closing", objectId: id },
    after: { year, documentNumber, documentDay },
  });
  await tellApprovers(work, {
    ...{ kind: "closing", id, href: `/kinh-phi/quyet-toan?nam=${year}`, not: [actor.personId] },
    title: `Năm ngân sách ${year} chờ đóng`,
  });
}

async function heldClosing({ tx, actor }: Work, id: string) {
  const [found] = await tx
    .select()
    .from(budgetClosing)
    .where(and(eq(budgetClosing.agencyId, actor.agencyId), eq(budgetClosing.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có đề nghị đóng năm này trong cơ quan.");
  return found;
}

/** A second person closes the year, if nothing of it is open, or says why not. Gives the year. */
export async function decideClosing(
  work: Work,
  { id, approve, words }: { id: string; approve: boolean; words: string },
): Promise<number> {
  const { tx, actor, at } = work;
  const found = await heldClosing(work, id);
  budgetPolicy.permit(actor, "close", { agencyId: found.agencyId, writers: [found.askedBy] });
  if (found.state !== "asked") throw new Conflict("Đề nghị này đã có quyết định.");
  if (!approve && words === "") refuse("words", "Hãy ghi lý do không đóng.");
  if (approve) await demandSettled(work, found.year);
  const state = approve ? ("closed" as const) : ("refused" as const);
  await inWords(
    tx
      .update(budgetClosing)
      .set({ state, decidedBy: actor.personId, decidedAt: at, decisionWords: words })
      .where(eq(budgetClosing.id, id)),
  );
  await work.record({
    ...{ act: "decide-budget-closing", objectKind: "budget-closing", objectId: id },
    after: { year: found.year, state, words },
  });
  return found.year;
}

/** Opens a closed year again; what is then changed has its own trace. Gives the year. */
export async function reopenYear(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<number> {
  const { tx, actor, at } = work;
  budgetPolicy.permit(actor, "reopen", { agencyId: actor.agencyId });
  const found = await heldClosing(work, id);
  if (found.state !== "closed") throw new Conflict(`Năm ${found.year} không đóng bằng đề nghị này.`);
  await inWords(
    tx
      .update(budgetClosing)
      .set({ state: "reopened", reopenedBy: actor.personId, reopenedAt: at, reopenReason: reason })
      .where(eq(budgetClosing.id, id)),
  );
  await work.record({
    ...{ act: "reopen-budget-year", objectKind: "budget-closing", objectId: id },
    ...{ after: { year: found.year, state: "reopened" }, reason },
  });
  return found.year;
}
