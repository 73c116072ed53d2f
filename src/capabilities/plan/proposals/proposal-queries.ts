import { and, asc, desc, eq, gte, isNull, lte, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { beginning } from "#platform/text/beginning.ts";
import { clauseMark } from "../clause-mark.ts";
import { difficulty, plan, planClause, proposal, task } from "../tables.ts";
import { proposalPolicy } from "./policy.ts";

export type Proposal = typeof proposal.$inferSelect;

const LONGEST_NAME = 140;
const followed = alias(task, "followed");

const withAbout = (q: Queryable) =>
  q
    .select({
      row: proposal,
      planTitle: plan.title,
      taskTitle: task.title,
      path: planClause.path,
      clauseTitle: planClause.title,
      clauseText: planClause.text,
      difficultyWhat: difficulty.what,
      followedTaskTitle: followed.title,
    })
    .from(proposal)
    .leftJoin(plan, eq(plan.id, proposal.planId))
    .leftJoin(task, eq(task.id, proposal.taskId))
    .leftJoin(planClause, eq(planClause.id, proposal.clauseId))
    .leftJoin(difficulty, eq(difficulty.id, proposal.difficultyId))
    .leftJoin(followed, eq(followed.id, proposal.followedTaskId));

/** What a proposal is about: a task's title, a clause with its mark, a difficulty; null: nothing in particular. */
function aboutOf(found: Awaited<ReturnType<typeof withAbout>>[number]): string | null {
  const { taskTitle, path, clauseTitle, clauseText, difficultyWhat } = found;
  if (path !== null)
    return `Mục ${clauseMark(path)}: ${clauseTitle ?? beginning(clauseText ?? "", LONGEST_NAME)}`;
  return taskTitle ?? (difficultyWhat && beginning(difficultyWhat, LONGEST_NAME));
}

/** Proposals of the agency, newest first, with names and what the caller may do. */
export async function proposalsOf(q: Queryable, actor: Actor) {
  const rows = await withAbout(q)
    .where(eq(proposal.agencyId, actor.agencyId))
    .orderBy(desc(proposal.proposedAt), desc(proposal.id));
  const names = await personNames(
    q,
    rows.flatMap(({ row }) =>
      [
        row.proposedBy,
        row.gatheredBy ?? [],
        row.keptBy ?? [],
        row.decidedBy ?? [],
        row.followedBy ?? [],
      ].flat(),
    ),
  );
  const nameOf = (id: string | null) => id && (names.get(id) ?? null);
  return rows.map((found) => ({
    ...found.row,
    about: aboutOf(found),
    planTitle: found.planTitle,
    followedTaskTitle: found.followedTaskTitle,
    proposedByName: nameOf(found.row.proposedBy) ?? "",
    gatheredByName: nameOf(found.row.gatheredBy),
    keptByName: nameOf(found.row.keptBy),
    decidedByName: nameOf(found.row.decidedBy),
    followedByName: nameOf(found.row.followedBy),
    may: proposalPolicy.may(actor, found.row),
  }));
}

/** One proposal of the agency, locked until the act is over. @throws NotFound */
export async function proposalForUpdate(q: Queryable, agencyId: string, id: string): Promise<Proposal> {
  const [found] = await q
    .select()
    .from(proposal)
    .where(and(eq(proposal.agencyId, agencyId), eq(proposal.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có đề xuất này trong cơ quan.");
  return found;
}

const dayOf = (moment: unknown) => sql`(${moment} at time zone 'Asia/Ho_Chi_Minh')::date`;

/**
 * Proposals about a plan, or about nothing in particular, that a report of a period tells of: made in it, or made
 * before it and still without decision, or accepted and without its task, when it began; not those taken back. In the
 * order in which they were made.
 */
export async function proposalsBetween(
  q: Queryable,
  agencyId: string,
  planId: string,
  { from, to }: { from: string; to: string },
) {
  const made = dayOf(proposal.proposedAt);
  const rows = await withAbout(q)
    .where(
      and(
        eq(proposal.agencyId, agencyId),
        or(eq(proposal.planId, planId), isNull(proposal.planId)),
        ne(proposal.state, "withdrawn"),
        lte(made, to),
        or(
          gte(made, from),
          isNull(proposal.decidedAt),
          gte(dayOf(proposal.decidedAt), from),
          eq(proposal.state, "accepted"),
          gte(dayOf(proposal.followedAt), from),
        ),
      ),
    )
    .orderBy(asc(proposal.proposedAt), asc(proposal.id));
  const names = await personNames(
    q,
    rows.map(({ row }) => row.proposedBy),
  );
  return rows.map((found) => ({
    id: found.row.id,
    about: aboutOf(found),
    byName: names.get(found.row.proposedBy) ?? "",
    what: found.row.what,
    proposedAt: found.row.proposedAt,
    gatheredAt: found.row.gatheredAt,
    keptAt: found.row.keptAt,
    keptReason: found.row.keptReason,
    decidedAt: found.row.decidedAt,
    accepted: found.row.decidedAt && found.row.state !== "refused",
    decision: found.row.decision,
    followedAt: found.row.followedAt,
    followedBy: found.followedTaskTitle,
  }));
}
