import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { holdsWords } from "#platform/database/holds-words.ts";
import { sitePolicy } from "../policy.ts";
import { type SiteRule, siteRuleOf } from "../site-setting.ts";
import { pageReport } from "../tables.ts";
import { type Light, lightOf } from "./page-report.ts";

export type PageReport = typeof pageReport.$inferSelect;

export interface ReportFilter {
  light?: Light | undefined;
  q?: string | undefined;
  id?: string | undefined;
}

const PAGE = 20;

const answeredDay = sql`(${pageReport.answeredAt} at time zone 'Asia/Ho_Chi_Minh')::date`;

/** What stands at a light of the clock. */
function atLight(light: Light, today: string, { warnDays }: SiteRule): SQL | undefined {
  const soon = Temporal.PlainDate.from(today).add({ days: warnDays }).toString();
  const open = isNull(pageReport.outcome);
  if (light === "overdue") return and(open, lt(pageReport.dueOn, today));
  if (light === "near") return and(open, gte(pageReport.dueOn, today), lte(pageReport.dueOn, soon));
  if (light === "open") return and(open, sql`${pageReport.dueOn} > ${soon}`);
  const counted = and(isNotNull(pageReport.outcome), sql`${pageReport.outcome} <> 'set-aside'`);
  return and(
    counted,
    light === "late" ? sql`${answeredDay} > ${pageReport.dueOn}` : sql`${answeredDay} <= ${pageReport.dueOn}`,
  );
}

/** The report of the caller's agency, held until the transaction ends. @throws NotFound */
export async function reportOf(q: Queryable, { agencyId }: Actor, id: string): Promise<PageReport> {
  const [found] = await q
    .select()
    .from(pageReport)
    .where(and(eq(pageReport.agencyId, agencyId), eq(pageReport.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có báo lỗi này.");
  return found;
}

/** What its sender sees by the code. */
export async function reportByCode(q: Queryable, agencyId: string, code: string): Promise<PageReport | null> {
  const [found] = await q
    .select()
    .from(pageReport)
    .where(and(eq(pageReport.agencyId, agencyId), eq(pageReport.code, code)));
  return found ?? null;
}

const presented = (row: PageReport, actor: Actor, today: string, rule: SiteRule) => {
  const { addressSealed, mailId, code, agencyId, ...shown } = row;
  const answeredOn = row.answeredAt && toVietnamDate(row.answeredAt).toString();
  return {
    ...shown,
    wantsMail: addressSealed !== null || mailId !== null,
    light: lightOf({ dueOn: row.dueOn, answeredOn }, today, rule.warnDays),
    may: sitePolicy.may(actor, { agencyId, isOpen: row.outcome === null }),
  };
};

/** The queue: what is due the soonest first, then what was answered last; counts by the clock. */
export async function listReports(
  q: Queryable,
  actor: Actor,
  { light, q: words, id, page }: ReportFilter & { page: number },
  now: Date,
) {
  const { agencyId } = actor;
  sitePolicy.permit(actor, "read", { agencyId });
  const rule = await siteRuleOf(q, agencyId);
  const today = toVietnamDate(now).toString();
  const own = eq(pageReport.agencyId, agencyId);
  const found = and(
    own,
    id ? eq(pageReport.id, id) : undefined,
    light && atLight(light, today, rule),
    words ? holdsWords([pageReport.words, pageReport.path], words) : undefined,
  );
  const rows = await q
    .select()
    .from(pageReport)
    .where(found)
    .orderBy(
      sql`${pageReport.outcome} is not null`,
      sql`case when ${pageReport.outcome} is null then ${pageReport.dueOn} end`,
      desc(pageReport.answeredAt),
      asc(pageReport.id),
    )
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const counted = async (at: Light) =>
    (
      await q
        .select({ n: count() })
        .from(pageReport)
        .where(and(own, atLight(at, today, rule)))
    )[0]!.n;
  const [total] = await q.select({ n: count() }).from(pageReport).where(found);
  return {
    reports: rows.map((row) => presented(row, actor, today, rule)),
    total: total!.n,
    pageSize: PAGE,
    counts: {
      open: await counted("open"),
      near: await counted("near"),
      overdue: await counted("overdue"),
      inTime: await counted("in-time"),
      late: await counted("late"),
    },
    rule,
    may: sitePolicy.may(actor, { agencyId }),
  };
}

/** Reports of the agency by their ids. */
export const reportsAmong = (q: Queryable, ids: string[], agencyId: string): Promise<PageReport[]> =>
  q
    .select()
    .from(pageReport)
    .where(and(eq(pageReport.agencyId, agencyId), inArray(pageReport.id, ids)));
