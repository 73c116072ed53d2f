import { and, eq, sql } from "drizzle-orm";
import { signerNamed, unitsOfAgency } from "#organization";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { periodContaining } from "#platform/clock/reporting-period.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { slugify } from "#platform/text/slugify.ts";
import type { Work } from "#platform/work/work.ts";
import { copyObligations } from "./cloning/copy-obligations.ts";
import { issuedNumber } from "./issued-facts.ts";
import { planChanged } from "./plan-changed.ts";
import { planPolicy } from "./policy.ts";
import { demandSame } from "./preview/correct-import.ts";
import { previewOf } from "./preview/preview-queries.ts";
import type { Clause } from "./reading/plan-reading.ts";
import { registerPlan } from "./register-plan.ts";
import { numberOf, planWithTitle, samePlan } from "./same-plan.ts";
import { plan, planClause, planImport, planVersion } from "./tables.ts";
import { demandSpansForward, insertTask, registerCitations, shownLabel } from "./write-reading.ts";

async function insertClauses(work: Work, planId: string, clauses: Clause[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const rows: (typeof planClause.$inferInsert)[] = [];
  const walk = (list: Clause[], parentId: string | null) => {
    for (const { path, label, level, title, text, children } of list) {
      const id = uuidv7();
      ids.set(path, id);
      rows.push({
        id,
        agencyId: work.actor.agencyId,
        planId,
        parentId,
        path,
        label: shownLabel(label),
        level,
        title,
        text,
        position: rows.length,
      });
      walk(children, id);
    }
  };
  walk(clauses, null);
  for (let from = 0; from < rows.length; from += 500)
    await work.tx.insert(planClause).values(rows.slice(from, from + 500));
  return ids;
}

/** The address made of the title; two long titles that begin alike get two addresses. */
async function freeSlug({ tx, actor }: Work, wanted: string, planId: string): Promise<string> {
  const [taken] = await tx
    .select({ id: plan.id })
    .from(plan)
    .where(and(eq(plan.agencyId, actor.agencyId), eq(plan.slug, wanted)));
  return taken ? `${wanted}-${planId.slice(-6)}` : wanted;
}

/**
 * The first plan of the running year comes into force with its confirmation; nothing else does, and nothing that is in
 * force leaves it. Two confirmed at once wait for each other.
 */
async function comesIntoForce({ tx, actor, at }: Work, year: number): Promise<boolean> {
  const day = toVietnamDate(at);
  const running = [day.year, Number(periodContaining(day, "year", "decree").code)];
  if (!running.includes(year)) return false;
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`plan-in-force ${actor.agencyId}`}, 0))`,
  );
  const [other] = await tx
    .select({ id: plan.id })
    .from(plan)
    .where(and(eq(plan.agencyId, actor.agencyId), eq(plan.year, year), eq(plan.standing, "in-force")))
    .limit(1);
  return other === undefined;
}

/** The plan is here already: which one, and what to do when the document is another one all the same. */
const alreadyHere = (message: string, planId: string | undefined) =>
  new Conflict(message, {
    planId,
    advice:
      "Chưa có gì được ghi. Hãy mở kế hoạch đã có để sửa, rồi bỏ bản xem trước này; nếu đây là văn bản khác thì sửa số, ngày hoặc trích yếu ở đầu văn bản rồi xác nhận lại.",
  });

/** Makes the plan of a preview as the person saw it (`version`), all of it or nothing. The same plan (year and title) is refused a second time. */
export async function confirmImport(
  work: Work,
  {
    id,
    year,
    version,
    issuer = null,
  }: {
    id: string;
    year: number;
    version: number;
    /** The agency from above whose plan it is, to be held beside the own ones only. */
    issuer?: string | null;
  },
): Promise<{ planId: string; inForce: boolean }> {
  const { tx, actor } = work;
  planPolicy.permit(actor, "import", { agencyId: actor.agencyId });
  const preview = await previewOf(work, id);
  demandSame(preview, version);
  const { header, clauses, tasks, citations } = preview.reading;
  if (!header.title) {
    throw new Unacceptable("Kế hoạch chưa có tên; hãy nhập trích yếu trước khi xác nhận.", [
      { field: "title", message: "Hãy nhập trích yếu." },
    ]);
  }
  const there = await samePlan(tx, actor.agencyId, header);
  if (there && numberOf(header) && header.date)
    throw alreadyHere(`Kế hoạch này đã có trong hệ thống: “${there.title}” năm ${there.year}.`, there.id);
  const planId = uuidv7();
  const number = numberOf(header);
  const issued = number !== null && header.date !== null;
  const kept =
    issuer !== null
      ? (number?.padStart(2, "0") ?? null)
      : issued
        ? issuedNumber({ number, issuedOn: header.date!, year }, work.at)
        : number;
  demandSpansForward(tasks);
  const inForce = issuer === null && (await comesIntoForce(work, year));
  const values = {
    id: planId,
    agencyId: actor.agencyId,
    year,
    slug: await freeSlug(work, `${slugify(header.title).slice(0, 80)}-${year}`, planId),
    title: header.title,
    type: header.type ?? "KẾ HOẠCH",
    number: kept,
    symbol: header.symbol,
    place: header.place,
    issuedOn: header.date,
    issuer,
    signer: header.signer,
    recipients: header.recipients,
    state: issued ? ("issued" as const) : ("draft" as const),
    standing: inForce ? ("in-force" as const) : ("waiting" as const),
    inForceSince: inForce ? work.at : null,
  };
  const [made] = await tx.insert(plan).values(values).onConflictDoNothing().returning();
  if (!made) {
    const there = await planWithTitle(tx, actor.agencyId, { title: header.title!, year });
    throw alreadyHere(`Kế hoạch “${header.title}” năm ${year} đã có; không tạo bản thứ hai.`, there?.id);
  }
  await tx.insert(planVersion).values({
    agencyId: actor.agencyId,
    planId,
    version: 1,
    importId: id,
    madeAt: work.at,
    madeBy: actor.personId,
  });
  if (issued && issuer === null) {
    const signedAs = await signerNamed(tx, actor.agencyId, {
      scope: "plan",
      day: header.date!,
      name: header.signer?.name ?? null,
    });
    const documentId = await registerPlan(work, made, {
      number: kept!,
      issuedOn: header.date!,
      signedAs,
    });
    await tx
      .update(plan)
      .set({ documentId, signedAs, signedAuthorityId: signedAs?.authorityId ?? null })
      .where(eq(plan.id, planId));
  }
  const clauseIds = await insertClauses(work, planId, clauses);
  const units = await unitsOfAgency(tx, actor.agencyId);
  for (const [position, row] of tasks.entries()) {
    const clauseId = row.clause === null ? null : (clauseIds.get(row.clause) ?? null);
    await insertTask(work, row, { planId, clauseId, position, cameIn: 1 }, units);
  }
  if (preview.clonedFrom !== null) await copyObligations(work, { from: preview.clonedFrom, to: planId });
  await registerCitations(work, planId, citations);
  await tx.update(planImport).set({ planId }).where(eq(planImport.id, id));
  await work.record({ act: "confirm-import", objectKind: "plan", objectId: planId, after: values });
  await planChanged(work);
  return { planId, inForce };
}
