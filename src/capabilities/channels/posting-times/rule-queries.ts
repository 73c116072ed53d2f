import { and, asc, eq, gte, lte } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { ChannelAccount } from "../accounts/account-queries.ts";
import { postingRule, quietDays } from "../tables.ts";
import { type PostingLimits, type PostingRule, settledRule } from "./posting-rule.ts";

export type SavedRule = typeof postingRule.$inferSelect;
export type QuietDays = typeof quietDays.$inferSelect;

/** Every rule of the agency. */
export const rulesOf = (q: Queryable, agencyId: string): Promise<SavedRule[]> =>
  q.select().from(postingRule).where(eq(postingRule.agencyId, agencyId));

/** Quiet days of the agency that a day between two falls into, the first to come first. */
export const quietBetween = (
  q: Queryable,
  agencyId: string,
  from: string,
  to: string,
): Promise<QuietDays[]> =>
  q
    .select()
    .from(quietDays)
    .where(and(eq(quietDays.agencyId, agencyId), gte(quietDays.toDay, from), lte(quietDays.fromDay, to)))
    .orderBy(asc(quietDays.fromDay), asc(quietDays.id));

type Scoped = { network: string | null; accountId: string | null };
type Place = Pick<ChannelAccount, "id" | "network">;

const isAbout = ({ network, accountId }: Scoped, account: Place): boolean =>
  accountId === null ? network === null || network === account.network : accountId === account.id;

/** Those that concern an account. */
export const concerning = <Row extends Scoped>(rows: Row[], account: Place): Row[] =>
  rows.filter((row) => isAbout(row, account));

const narrowness = ({ network, accountId }: Scoped) => (accountId ? 0 : network ? 1 : 2);

/** What holds for an account: its own rule, else that of its network, else that of the agency, point by point. */
export const ruleFor = (rules: (PostingLimits & Scoped)[], account: Place): PostingRule =>
  settledRule(concerning(rules, account).toSorted((one, other) => narrowness(one) - narrowness(other)));
