import { eq } from "drizzle-orm";
import { documentsOfAgency } from "#documents";
import { agencyById, unitHistory, unitsOfAgency } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { clauseMark } from "../clause-mark.ts";
import {
  citationsOf,
  clausesOf,
  dueOf,
  type Plan,
  type PlanClause,
  planForUpdate,
  type Task,
  tasksOf,
} from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import type { Citation, Clause, PlanReading, PlanTask, SourceParagraph } from "../reading/plan-reading.ts";
import { planImport } from "../tables.ts";
import { dueNextYear, withNextYear } from "./shift-years.ts";

/** The reader's label of a clause: as printed, else its place among its kind ("p2"). */
const labelOf = ({ label, path }: PlanClause): string =>
  label || path.split(".").at(-1)!.replace(/~\d+$/u, "");

function clausesOfNextYear(rows: PlanClause[], year: number): Clause[] {
  const within = (parentId: string | null): Clause[] =>
    rows
      .filter((row) => row.parentId === parentId)
      .map((row) => ({
        path: row.path,
        label: labelOf(row),
        level: row.level,
        title: row.title === null ? null : withNextYear(row.title, year),
        text: withNextYear(row.text, year),
        children: within(row.id),
      }));
  return within(null);
}

type NameUnit = (id: string | null) => string | null;

function taskOfNextYear(row: Task, rows: PlanClause[], unitName: NameUnit, year: number): PlanTask {
  const lead = row.allUnits ? "Các phòng, đơn vị" : (unitName(row.leadUnitId) ?? row.leadUnitText);
  const named = row.coordinatingUnitIds.flatMap((id) => unitName(id) ?? []);
  return {
    clause: rows.find(({ id }) => id === row.clauseId)?.path ?? null,
    appendix: row.appendix,
    title: withNextYear(row.title, year),
    leadUnit: lead,
    leadUnits: lead === null ? [] : [lead],
    coordinatingUnits: named.length > 0 ? named : (row.coordinatingText?.split("; ") ?? []),
    due: dueNextYear(dueOf(row), year),
    deliverable: row.deliverable,
  };
}

async function citationsOfPlan({ tx, actor }: Work, planId: string): Promise<Citation[]> {
  const documents = await documentsOfAgency(tx, actor.agencyId);
  return (await citationsOf(tx, planId)).flatMap(({ documentId, role }) => {
    const document = documents.find(({ id }) => id === documentId);
    if (!document?.number) return [];
    const { number, type, issuedOn, issuer } = document;
    return [{ number, type, date: issuedOn, issuer, role, text: number }];
  });
}

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
  const rows = await clausesOf(tx, id);
  const units = await unitsOfAgency(tx, actor.agencyId);
  const { answering } = await unitHistory(tx, actor.agencyId);
  // What a unit that is no more had done is next year's work of the one that took it over.
  const unitName: NameUnit = (unitId) =>
    units.find((one) => unitId !== null && one.id === answering(unitId)[0])?.name ?? null;
  const tasks = (await tasksOf(tx, id)).map((row) => taskOfNextYear(row, rows, unitName, plan.year));
  const shifted = rows.filter(
    ({ title, text }) =>
      withNextYear(text, plan.year) !== text || (title !== null && withNextYear(title, plan.year) !== title),
  );
  const warnings = shifted.map(({ path }) => ({
    code: "year-shifted",
    message: `Mục ${clauseMark(path)}: năm ${plan.year} đã đổi thành ${next}; hãy xem lại.`,
    where: path,
  }));
  const agency = (await agencyById(tx, actor.agencyId))!;
  const reading: PlanReading = {
    header: {
      parentAgency: agency.superiorName,
      agency: agency.name,
      number: null,
      symbol: plan.symbol,
      place: plan.place ?? agency.place,
      date: null,
      type: plan.type,
      title: titleOfNextYear(plan),
      signer: plan.signer,
      recipients: plan.recipients,
    },
    citations: await citationsOfPlan(work, id),
    clauses: clausesOfNextYear(rows, plan.year),
    tasks,
    warnings,
  };
  // Beside the new words stand those of this year's plan.
  const paragraphs = rows.map(({ path, title, text }, index): SourceParagraph => {
    const stated = [...tasks.keys()].filter((at) => tasks[at]!.clause === path);
    const doubts = [...warnings.keys()].filter((at) => warnings[at]!.where === path);
    return {
      index,
      text: [title, text].filter(Boolean).join("\n"),
      clausePath: path,
      ...(stated.length > 0 && { tasks: stated }),
      ...(doubts.length > 0 && { warnings: doubts }),
    };
  });
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
