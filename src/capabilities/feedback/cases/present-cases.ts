import { draftStandings } from "#newsroom";
import { unitsOfAgency } from "#organization";
import { namedLinks } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { feedbackAmong, subjectOf } from "../feedback-queries.ts";
import { feedbackPolicy } from "../policy.ts";
import type { CaseState } from "./case.ts";
import {
  CASES_PER_PAGE,
  caseOf,
  casesOf,
  type FeedbackCase,
  obligationIdsOfCase,
  photosOfCase,
  subjectOfCase,
} from "./case-queries.ts";
import { casePolicy } from "./policy.ts";

const standingOf = (row: FeedbackCase, units: Map<string, string>) => ({
  ...{ id: row.id, title: row.title, state: row.state, unitName: units.get(row.unitId) ?? "" },
  ...{ beforeOn: row.beforeOn, afterOn: row.afterOn, writtenByName: row.writtenByName },
});

/** Cases of the agency, changed last first. @throws Forbidden */
export async function presentCases(
  q: Queryable,
  actor: Actor,
  input: { state?: CaseState | undefined; page: number },
) {
  const { agencyId } = actor;
  casePolicy.permit(actor, "read", { agencyId });
  const units = await unitsOfAgency(q, agencyId);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const { rows, total } = await casesOf(q, agencyId, input);
  return {
    cases: rows.map((row) => standingOf(row, names)),
    ...{ total, pageSize: CASES_PER_PAGE },
    units: units.filter(({ closedOn }) => closedOn === null).map(({ id, name }) => ({ id, name })),
    may: casePolicy.may(actor, { agencyId }),
  };
}

/** One case with its pictures and what it comes from and proves. @throws Forbidden, NotFound */
export async function presentCase(q: Queryable, actor: Actor, id: string) {
  const { agencyId } = actor;
  const row = await caseOf(q, agencyId, id);
  casePolicy.permit(actor, "read", subjectOfCase(row));
  const units = await unitsOfAgency(q, agencyId);
  const { tasks, obligations } = await namedLinks(q, agencyId, {
    taskIds: row.taskId === null ? [] : [row.taskId],
    obligationIds: await obligationIdsOfCase(q, id),
    clauseIds: [],
  });
  const [from] = row.feedbackId === null ? [] : await feedbackAmong(q, [row.feedbackId], agencyId);
  const [draft] = await draftStandings(q, agencyId, row.contentId === null ? [] : [row.contentId]);
  return {
    ...standingOf(row, new Map(units.map((unit) => [unit.id, unit.name]))),
    ...{ unitId: row.unitId, beforeWords: row.beforeWords, doneWords: row.doneWords },
    ...{ resultWords: row.resultWords, kept: row.kept, changedAt: row.changedAt },
    submittedAt: row.submittedAt,
    ...{ decidedByName: row.decidedByName, decidedAt: row.decidedAt, returnReason: row.returnReason },
    draft: draft ?? null,
    feedback: from
      ? {
          ...{ id: from.id, code: from.code },
          mayRead: feedbackPolicy.hindrance(actor, "read", subjectOf(from)) === null,
        }
      : null,
    task: tasks[0] ? { id: tasks[0].id, name: tasks[0].name } : null,
    obligations: obligations.map((one) => ({ id: one.id, name: one.name })),
    photos: (await photosOfCase(q, agencyId, id)).map((photo) => ({
      ...{ id: photo.id, alt: photo.alt, fileName: photo.fileName },
      ...{ shows: photo.shows, issues: photo.issues },
    })),
    units: units
      .filter(({ closedOn }) => closedOn === null)
      .map((unit) => ({ id: unit.id, name: unit.name })),
    may: casePolicy.may(actor, subjectOfCase(row)),
  };
}
