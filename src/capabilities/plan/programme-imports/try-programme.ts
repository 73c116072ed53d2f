import { createHash } from "node:crypto";
import { unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ReadList, readList, type SheetChoice } from "#platform/sheets/read-list.ts";
import { planLinks } from "../plan-links.ts";
import { workItemPolicy } from "../work-programme/policy.ts";
import { type JudgedItem, judgeProgramme, type ProgrammeKnown } from "./judge-programme.ts";
import type { ProgrammeField } from "./programme-fields.ts";
import { programmeList } from "./programme-list.ts";
import { itemsOfUnit } from "./work-item-import-queries.ts";

export interface ProgrammeToTry extends SheetChoice<ProgrammeField> {
  unitId: string;
  /** Days without a year are in it. */
  year: number;
  bytes: Uint8Array;
}

export interface ProgrammeTrial extends Omit<ReadList<ProgrammeField>, "lines"> {
  lines: JudgedItem[];
  /** Who confirms names the trial that was seen. */
  seen: string;
}

async function knownTo(q: Queryable, actor: Actor, unitId: string, year: number): Promise<ProgrammeKnown> {
  const { plans, clauses, obligations } = await planLinks(q, actor, null);
  const yearOf = (planId: string) => plans.find(({ id }) => id === planId)?.year ?? 0;
  return {
    year,
    clauses: clauses.map(({ id, path, planId }) => ({ id, mark: path, year: yearOf(planId) })),
    obligations: obligations
      .filter(({ mayProve }) => mayProve)
      .map(({ id, code, planId }) => ({ id, code, year: yearOf(planId) })),
    present: await itemsOfUnit(q, actor.agencyId, unitId),
  };
}

/**
 * What a table would do to a unit's programme, line by line, without doing it.
 * @throws Unacceptable for a table that is refused
 */
export async function tryProgramme(
  q: Queryable,
  actor: Actor,
  { unitId, year, bytes, ...choice }: ProgrammeToTry,
): Promise<ProgrammeTrial> {
  const { agencyId } = actor;
  workItemPolicy.permit(actor, "enter", { agencyId, unitIds: [unitId] });
  if (!(await unitsOfAgency(q, agencyId)).some(({ id }) => id === unitId))
    throw new NotFound("Đơn vị này không còn trong danh sách.");
  const { lines, ...sheet } = await readList(programmeList, bytes, choice);
  const judged = judgeProgramme(lines, await knownTo(q, actor, unitId, year));
  const seen = createHash("sha256")
    .update(JSON.stringify([unitId, year, sheet, judged]))
    .digest("hex");
  return { ...sheet, lines: judged, seen };
}
