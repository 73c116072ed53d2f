import { and, desc, eq, gte, inArray, isNull, or } from "drizzle-orm";
import { personNames, unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { ReportingPeriod } from "#platform/clock/reporting-period.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { storyPolicy } from "../planning/policy.ts";
import { contentSuggestion, story } from "../tables.ts";
import { coverageSuggestions } from "./coverage-suggestions.ts";
import { suggestionPolicy } from "./policy.ts";
import { isReadOff, type Suggestion, type SuggestionSpan } from "./suggestion.ts";

type Row = typeof contentSuggestion.$inferSelect;

const fromRow = (row: Row): Suggestion => ({
  source: row.source,
  sourceLabel: row.sourceLabel,
  key: row.sourceKey,
  title: row.title,
  why: row.why,
  href: row.href,
  channel: null,
  unitId: null,
  within: null,
  from: null,
  until: row.until,
  links: {
    clauseIds: row.clauseId ? [row.clauseId] : [],
    obligationIds: row.obligationId ? [row.obligationId] : [],
    taskIds: row.taskId ? [row.taskId] : [],
  },
});

const causeOf = ({ source, key }: { source: string; key: string }) => `${source} ${key}`;

/** What somebody decided on still holds: put aside, or a story that was not given up. */
const holds = ({ row, droppedAt }: { row: Row; droppedAt: Date | null }): boolean =>
  row.state === "aside" || (row.state === "accepted" && droppedAt === null);

/** What is suggested at present, of the plan for one period, and what was put aside and could be taken up again. */
export async function suggestionsNow(
  q: Queryable,
  actor: Actor,
  { span, now = new Date() }: { span: SuggestionSpan; now?: Date },
): Promise<{ period: ReportingPeriod | null; open: Suggestion[]; aside: Row[] }> {
  const { agencyId } = actor;
  const today = toVietnamDate(now).toString();
  const rows = await q
    .select({ row: contentSuggestion, droppedAt: story.droppedAt })
    .from(contentSuggestion)
    .leftJoin(story, eq(story.id, contentSuggestion.storyId))
    .where(
      and(
        eq(contentSuggestion.agencyId, agencyId),
        inArray(contentSuggestion.state, ["open", "accepted", "aside"]),
        or(isNull(contentSuggestion.until), gte(contentSuggestion.until, today)),
      ),
    )
    .orderBy(desc(contentSuggestion.madeAt), desc(contentSuggestion.id));
  const decided = new Set(
    rows.filter(holds).map(({ row }) => causeOf({ source: row.source, key: row.sourceKey })),
  );
  const leftWhole = new Set(
    rows.flatMap(({ row }) => (row.state === "aside" ? [causeOf({ ...row, key: row.sourceKey })] : [])),
  );
  const isOpen = (one: Suggestion): boolean =>
    !decided.has(causeOf(one)) &&
    !(one.within !== null && leftWhole.has(causeOf({ ...one, key: one.within })));
  const said = rows.flatMap(({ row }) => (isReadOff(row.source) ? [] : [fromRow(row)]));
  const { period, found: lacking } = await coverageSuggestions(q, actor, { span, now });
  return {
    period,
    open: [...said, ...lacking].filter(isOpen),
    aside: rows.flatMap(({ row }) => (row.state === "aside" ? [row] : [])),
  };
}

/** Those of the agency, each with what it would become in the caller's hand; and what the caller may do. */
export async function listSuggestions(
  q: Queryable,
  actor: Actor,
  { span, now = new Date() }: { span: SuggestionSpan; now?: Date },
) {
  const { agencyId } = actor;
  const { period, open, aside } = await suggestionsNow(q, actor, { span, now });
  const names = await personNames(
    q,
    aside.flatMap(({ decidedBy }) => (decidedBy ? [decidedBy] : [])),
  );
  const unitNames = new Map((await unitsOfAgency(q, agencyId)).map(({ id, name }) => [id, name]));
  return {
    period: period && { label: period.label, from: period.from, to: period.to },
    open: open.map(({ links: _, within: __, unitId, ...one }) => ({
      ...one,
      unitId:
        unitId !== null &&
        unitNames.has(unitId) &&
        storyPolicy.hindrance(actor, "propose", { agencyId, unitId }) === null
          ? unitId
          : null,
      unitName: (unitId !== null && unitNames.get(unitId)) || null,
    })),
    aside: aside.map((row) => ({
      ...fromRow(row),
      reason: row.reason!,
      decidedByName: names.get(row.decidedBy!) ?? "",
      decidedAt: row.decidedAt!,
    })),
    may: suggestionPolicy.may(actor, { agencyId }),
  };
}
