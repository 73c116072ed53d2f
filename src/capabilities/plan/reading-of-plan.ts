import { documentsOfAgency } from "#documents";
import { agencyById } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import {
  citationsOf,
  clausesOf,
  dueOf,
  type Plan,
  type PlanClause,
  type Task,
  tasksOf,
} from "./plan-queries.ts";
import type { Citation, Clause, PlanReading, PlanTask, SourceParagraph } from "./reading/plan-reading.ts";

/** The reader's label of a clause: as printed, else its place among its kind ("p2"). */
const labelOf = ({ label, path }: PlanClause): string =>
  label || path.split(".").at(-1)!.replace(/~\d+$/u, "");

function nested(rows: PlanClause[]): Clause[] {
  const within = (parentId: string | null): Clause[] =>
    rows
      .filter((row) => row.parentId === parentId)
      .map((row) => ({
        path: row.path,
        label: labelOf(row),
        level: row.level,
        title: row.title,
        text: row.text,
        children: within(row.id),
      }));
  return within(null);
}

function taskRead(row: Task, rows: PlanClause[], unitName: (id: string | null) => string | null): PlanTask {
  const lead = row.allUnits ? "Các phòng, đơn vị" : (unitName(row.leadUnitId) ?? row.leadUnitText);
  const named = row.coordinatingUnitIds.flatMap((id) => unitName(id) ?? []);
  return {
    clause: rows.find(({ id }) => id === row.clauseId)?.path ?? null,
    appendix: row.appendix,
    title: row.title,
    leadUnit: lead,
    leadUnits: lead === null ? [] : [lead],
    coordinatingUnits: named.length > 0 ? named : (row.coordinatingText?.split("; ") ?? []),
    due: dueOf(row),
    deliverable: row.deliverable,
  };
}

async function citationsRead(q: Queryable, { id, agencyId }: Plan): Promise<Citation[]> {
  const documents = await documentsOfAgency(q, agencyId);
  return (await citationsOf(q, id)).flatMap(({ documentId, role }) => {
    const document = documents.find((row) => row.id === documentId);
    if (!document?.number) return [];
    const { number, type, issuedOn, issuer } = document;
    return [{ number, type, date: issuedOn, issuer, role, text: number }];
  });
}

/** What the version of a plan that holds says, as if its document had just been read. `unitName`: null for an unknown unit. */
export async function readingOfPlan(
  q: Queryable,
  plan: Plan,
  unitName: (id: string | null) => string | null,
): Promise<PlanReading> {
  const rows = await clausesOf(q, plan.id);
  const agency = (await agencyById(q, plan.agencyId))!;
  const { number, symbol } = plan;
  return {
    header: {
      parentAgency: agency.superiorName,
      agency: agency.name,
      number: number === null ? null : `${number}/${symbol ?? `KH-${agency.symbol}`}`,
      symbol,
      place: plan.place ?? agency.place,
      date: plan.issuedOn,
      type: plan.type,
      title: plan.title,
      signer: plan.signer,
      recipients: plan.recipients,
    },
    citations: await citationsRead(q, plan),
    clauses: nested(rows),
    tasks: (await tasksOf(q, plan.id)).map((row) => taskRead(row, rows, unitName)),
    warnings: [],
  };
}

/** A paragraph for each clause, to stand beside what is made of it in a preview. */
export const paragraphsOf = (
  clauses: Pick<Clause, "path" | "title" | "text">[],
  { tasks, warnings }: Pick<PlanReading, "tasks" | "warnings">,
): SourceParagraph[] =>
  clauses.map(({ path, title, text }, index) => {
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
