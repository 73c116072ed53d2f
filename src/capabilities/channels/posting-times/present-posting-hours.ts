import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { today, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { openAccounts } from "../accounts/account-queries.ts";
import { accountPolicy } from "../accounts/policy.ts";
import { networkLabel, networkOf } from "../networks/index.ts";
import { channelAccount, delivery } from "../tables.ts";
import { FEWEST, pastHours } from "./past-hours.ts";
import { noLimits, settledRule } from "./posting-rule.ts";
import { concerning, quietBetween, ruleFor, rulesOf, type SavedRule } from "./rule-queries.ts";

const limitsOf = (rule: SavedRule | undefined) => {
  const { good, closed, closedOnDaysOff, mostPerDay, mostPerDayInCampaign, minutesApart } = rule ?? noLimits;
  return { good, closed, closedOnDaysOff, mostPerDay, mostPerDayInCampaign, minutesApart };
};

/** What is to go out, each with its day; what was given a reason goes out on quiet days, too. */
async function waitingOn(q: Queryable, agencyId: string) {
  const moment = sql<Date>`coalesce(${delivery.dueAt}, ${delivery.wantedAt})`;
  const rows = await q
    .select({
      accountId: delivery.accountId,
      network: channelAccount.network,
      at: moment.mapWith((value) => new Date(value)),
    })
    .from(delivery)
    .innerJoin(channelAccount, eq(channelAccount.id, delivery.accountId))
    .where(
      and(
        eq(delivery.agencyId, agencyId),
        inArray(delivery.state, ["pending", "failed"]),
        isNull(delivery.timeReason),
        isNotNull(moment),
      ),
    );
  return rows.map(({ at, ...rest }) => ({ ...rest, day: toVietnamDate(at).toString() }));
}

/** What the agency laid down of posting hours: for itself, each network and each account that it uses, and quiet days. */
export async function presentPostingHours(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  const rules = await rulesOf(q, agencyId);
  const accounts = await openAccounts(q, agencyId);
  const slugs = [...new Set(accounts.map(({ network }) => network))];
  const own = (network: string | null, accountId: string | null) =>
    limitsOf(rules.find((rule) => rule.network === network && rule.accountId === accountId));
  const nowhere = { id: "", network: "" };
  const without = (network: string | null, accountId: string | null) =>
    rules.filter((rule) => rule.network !== network || rule.accountId !== accountId);
  const now = today();
  const quiet = await quietBetween(
    q,
    agencyId,
    now.subtract({ days: 7 }).toString(),
    now.add({ years: 2 }).toString(),
  );
  const waiting = await waitingOn(q, agencyId);
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return {
    scopes: [
      {
        ...{ network: null, accountId: null, label: "Cả cơ quan", networkPerDay: null },
        ...{ own: own(null, null), holds: ruleFor(rules, nowhere), wider: settledRule([]) },
      },
      ...slugs.map((slug) => ({
        ...{ network: slug, accountId: null, label: `Mọi tài khoản ${networkLabel(slug)}` },
        networkPerDay: networkOf(slug)?.mostPerDay ?? null,
        ...{ own: own(slug, null), holds: ruleFor(rules, { id: "", network: slug }) },
        wider: ruleFor(without(slug, null), { id: "", network: slug }),
      })),
      ...accounts.map((account) => ({
        ...{ network: null, accountId: account.id, label: account.name },
        networkPerDay: networkOf(account.network)?.mostPerDay ?? null,
        ...{ own: own(null, account.id), holds: ruleFor(rules, account) },
        wider: ruleFor(without(null, account.id), account),
      })),
    ],
    quiet: quiet.map(({ id, network, accountId, fromDay, toDay, reason }) => ({
      ...{ id, fromDay, toDay, reason },
      waiting: waiting.filter(
        (one) =>
          fromDay <= one.day &&
          one.day <= toDay &&
          concerning([{ network, accountId }], { id: one.accountId, network: one.network }).length > 0,
      ).length,
      label: accountId
        ? (names.get(accountId) ?? "Tài khoản đã đóng")
        : network
          ? `Mọi tài khoản ${networkLabel(network)}`
          : "Cả cơ quan",
    })),
    past: await pastHours(q, agencyId),
    fewest: FEWEST,
    may: accountPolicy.may(actor, { agencyId }),
  };
}
