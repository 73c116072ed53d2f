import { eq } from "drizzle-orm";
import { unitHistory, unitsOfAgency } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { clauseMark } from "../clause-mark.ts";
import { type Plan, planForUpdate } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import { inOrder } from "../reading/in-order.ts";
import type { Clause, PlanReading } from "../reading/plan-reading.ts";
import { paragraphsOf, readingOfPlan } from "../reading-of-plan.ts";
import { planImport } from "../tables.ts";
import { dueNextYear, withNextYear } from "./shift-years.ts";

const clausesOfNextYear = (clauses: Clause[], year: number): Clause[] =>
  clauses.map((clause) => ({
    ...clause,
    title: clause.title === null ? null : withNextYear(clause.title, year),
    text: withNextYear(clause.text, year),
    children: clausesOfNextYear(clause.children, year),
  }));

const titleOfNextYear = ({ title, year }: Plan): string => {
  const shifted = withNextYear(title, year);
  return shifted.includes(String(year + 1)) ? shifted : `${shifted} năm ${year + 1}`;
};

/**
 * Begins next year's plan with what this one says, years and days moved on by one: a preview to be corrected and
 * confirmed like that of a document. Asked for again it gives the same preview. Gives the preview's id.
 */
export async function clonePlan(work: Work, { id }: { id: string }): Promise<string> {
  const { tx, actor } = work;
  planPolicy.permit(actor, "import", { agencyId: actor.agencyId });
  const plan = await planForUpdate(tx, actor.agencyId, id);
  const next = plan.year + 1;
  if (plan.issuer !== null)
    throw new Conflict(
      `Đây là kế hoạch của ${plan.issuer}, chỉ để đối chiếu nên không lập tiếp cho năm sau.`,
    );
  const [begun] = await tx
    .select({ id: planImport.id, planId: planImport.planId })
    .from(planImport)
    .where(eq(planImport.clonedFrom, id));
  if (begun?.planId)
    throw new Conflict(`Kế hoạch năm ${next} đã được lập từ kế hoạch này.`, {
      planId: begun.planId,
      advice: "Chưa có gì thay đổi. Hãy mở kế hoạch năm sau ở trang Kế hoạch.",
    });
  if (begun) return begun.id;
  const units = await unitsOfAgency(tx, actor.agencyId);
  const { answering } = await unitHistory(tx, actor.agencyId);
  // What a unit that is no more had done is next year's work of the one that took it over.
  const said = await readingOfPlan(
    tx,
    plan,
    (unitId) => units.find((one) => unitId !== null && one.id === answering(unitId)[0])?.name ?? null,
  );
  const tasks = said.tasks.map((row) => ({
    ...row,
    title: withNextYear(row.title, plan.year),
    due: dueNextYear(row.due, plan.year),
  }));
  const shifted = inOrder(said.clauses).filter(
    ({ title, text }) =>
      withNextYear(text, plan.year) !== text || (title !== null && withNextYear(title, plan.year) !== title),
  );
  const warnings = shifted.map(({ path }) => ({
    code: "year-shifted",
    message: `Mục ${clauseMark(path)}: năm ${plan.year} đã đổi thành ${next}; hãy xem lại.`,
    where: path,
  }));
  const reading: PlanReading = {
    ...said,
    header: { ...said.header, number: null, date: null, title: titleOfNextYear(plan) },
    clauses: clausesOfNextYear(said.clauses, plan.year),
    tasks,
    warnings,
  };
  // Beside the new words stand those of this year's plan.
  const paragraphs = paragraphsOf(inOrder(said.clauses), reading);
  const importId = uuidv7();
  await tx.insert(planImport).values({
    id: importId,
    agencyId: actor.agencyId,
    fileName: `Kế hoạch năm ${plan.year}: ${plan.title}`,
    bytes: Buffer.from(paragraphs.map(({ text }) => text).join("\n\n")),
    reading,
    paragraphs,
    personId: actor.personId,
    clonedFrom: id,
  });
  await work.record({
    act: "clone-plan",
    objectKind: "plan-import",
    objectId: importId,
    after: { planId: id, year: next },
  });
  return importId;
}
