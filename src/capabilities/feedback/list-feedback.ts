import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  type SQL,
  sql,
} from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { type Actor, hasRole } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { holdsWords } from "#platform/database/holds-words.ts";
import { shorten } from "#platform/text/shorten.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import { workingDaysOn } from "./clock.ts";
import { type FeedbackSource, type FeedbackState, type Light, lightOf, nextDue } from "./feedback.ts";
import type { Feedback } from "./feedback-queries.ts";
import { feedbackRuleOf, fieldsOf, templatesOf } from "./feedback-setting.ts";
import { feedbackPolicy } from "./policy.ts";
import { feedback } from "./tables.ts";

const PAGE = 50;

export interface FeedbackFilter {
  light?: Light | undefined;
  state?: FeedbackState | undefined;
  unitId?: string | undefined;
  fieldId?: string | undefined;
  source?: FeedbackSource | undefined;
  q?: string | undefined;
  page: number;
}

const running = inArray(feedback.state, ["received", "classified", "in-progress"]);
const due = sql<string>`case when ${feedback.state} = 'received' then least(${feedback.classifyDueOn}, ${feedback.dueOn}) else ${feedback.dueOn} end`;
const answeredOn = sql`(${feedback.answeredAt} at time zone 'Asia/Ho_Chi_Minh')::date`;
const ended = inArray(feedback.state, [
  "forwarded",
  "answered",
  "published",
  "refused",
  "withdrawn",
  "merged",
]);

/** The same as `lightOf`, asked of the database. */
function atLight(light: Light, today: string, soon: string): SQL | undefined {
  switch (light) {
    case "paused":
      return eq(feedback.state, "need-info");
    case "overdue":
      return and(running, lt(due, today));
    case "near":
      return and(running, gte(due, today), lte(due, soon));
    case "open":
      return and(running, gt(due, soon));
    case "in-time":
      return and(ended, isNotNull(feedback.answeredAt), lte(answeredOn, feedback.dueOn));
    case "late":
      return and(ended, isNotNull(feedback.answeredAt), gt(answeredOn, feedback.dueOn));
    case "ended":
      return and(ended, isNull(feedback.answeredAt));
  }
}

/** Units whose feedback alone somebody sees; null: all. */
function ownUnits(actor: Actor): string[] | null {
  if (hasRole(actor, "editor", "leadership", "office", "auditor", "administrator")) return null;
  return actor.appointments.flatMap(({ unitId }) => (unitId ? [unitId] : []));
}

/** Where its clock stands, and what is to be done next until when. */
export const standingOf = (row: Feedback, today: string, soon: string) => ({
  light: lightOf(
    { ...row, answeredOn: row.answeredAt && toVietnamDate(row.answeredAt).toString() },
    today,
    soon,
  ),
  nextDueOn: nextDue(row),
});

/** The queue: what is due the soonest first, then what has ended last; counts by the clock. */
export async function listFeedback(q: Queryable, actor: Actor, filter: FeedbackFilter, now: Date) {
  const { agencyId } = actor;
  feedbackPolicy.permit(actor, "list", { agencyId });
  const { light, state, unitId, fieldId, source, q: words, page } = filter;
  const rule = await feedbackRuleOf(q, agencyId);
  const today = toVietnamDate(now).toString();
  const soon = workingDaysOn(today, rule.warnDays, await daysOffOf(q, agencyId));
  const units = ownUnits(actor);
  const own = and(
    eq(feedback.agencyId, agencyId),
    units === null ? undefined : units.length > 0 ? inArray(feedback.unitId, units) : sql`false`,
  );
  const found = and(
    own,
    light && atLight(light, today, soon),
    state && eq(feedback.state, state),
    unitId ? eq(feedback.unitId, unitId) : undefined,
    fieldId ? eq(feedback.fieldId, fieldId) : undefined,
    source && eq(feedback.source, source),
    words ? holdsWords([feedback.words, feedback.code, feedback.officialCode], words) : undefined,
  );
  const rows = await q
    .select()
    .from(feedback)
    .where(found)
    .orderBy(
      sql`${feedback.endedAt} is not null`,
      sql`case when ${feedback.endedAt} is null then ${due} end`,
      desc(feedback.endedAt),
      asc(feedback.id),
    )
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const counts = await q
    .select({
      ...Object.fromEntries(
        (["open", "near", "overdue", "paused", "in-time", "late"] as const).map((one) => [
          one,
          sql<number>`(count(*) filter (where ${atLight(one, today, soon)}))::int`,
        ]),
      ),
      toClassify: sql<number>`(count(*) filter (where ${feedback.state} = 'received'))::int`,
      toApprove: sql<number>`(count(*) filter (where ${feedback.answerState} = 'waiting'))::int`,
    })
    .from(feedback)
    .where(own);
  const [total] = await q.select({ n: count() }).from(feedback).where(found);
  const [fields, templates, everyUnit] = [
    await fieldsOf(q, agencyId),
    await templatesOf(q, agencyId),
    await unitsOfAgency(q, agencyId),
  ];
  return {
    feedback: rows.map((row) => ({
      ...{ id: row.id, code: row.code, source: row.source, kind: row.kind, state: row.state },
      beginning: row.words === null ? null : shorten(row.words, 180),
      place: row.place,
      fieldName: fields.find(({ id }) => id === row.fieldId)?.name ?? null,
      unitName: everyUnit.find(({ id }) => id === row.unitId)?.name ?? null,
      ...{ receivedAt: row.receivedAt, answerState: row.answerState, officialCode: row.officialCode },
      ...standingOf(row, today, soon),
    })),
    total: total!.n,
    pageSize: PAGE,
    counts: counts[0] as Record<string, number>,
    rule,
    fields: fields.map(({ agencyId: _, ...field }) => field),
    templates: templates.map(({ agencyId: _, ...template }) => template),
    units: everyUnit.filter(({ closedOn }) => closedOn === null).map(({ id, name }) => ({ id, name })),
    may: feedbackPolicy.may(actor, { agencyId }),
  };
}
