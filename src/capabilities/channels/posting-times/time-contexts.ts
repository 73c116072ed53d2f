import { and, eq, inArray, isNull, ne, notInArray, or, sql } from "drizzle-orm";
import { campaignsBetween, type PublicationTimes, publicationTimes } from "#newsroom";
import { calendarOf } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ChannelAccount, pauseOf } from "../accounts/account-queries.ts";
import { networkOf } from "../networks/index.ts";
import { channelCredential, delivery, placement } from "../tables.ts";
import type { OtherPost, TimeContext } from "./judge-time.ts";
import { concerning, quietBetween, ruleFor, rulesOf } from "./rule-queries.ts";

/** So far ahead a free hour is looked for, and a moment may be chosen. */
const DAYS = 400;
const DAY = 86_400_000;

const silence: PublicationTimes = {
  title: null,
  publicAt: null,
  isPublic: false,
  embargoUntil: null,
  isUrgent: false,
};

/** Posts of the accounts that stand since or are on their way, each with its moment. */
async function postsOf(
  q: Queryable,
  seenBy: Actor | { agencyId: string },
  accounts: ChannelAccount[],
  { since, except }: { since: Date; except: string[] },
): Promise<Map<string, OtherPost[]>> {
  const moment = sql<Date | null>`coalesce(${placement.placedAt}, ${delivery.settledAt}, ${delivery.dueAt}, ${delivery.wantedAt})`;
  const rows = await q
    .select({
      itemId: delivery.itemId,
      accountId: delivery.accountId,
      isRehearsal: delivery.isRehearsal,
      isDue: sql<boolean>`${delivery.dueAt} is not null`,
      at: moment.mapWith((value) => (value === null ? null : new Date(value))),
    })
    .from(delivery)
    .leftJoin(placement, eq(placement.deliveryId, delivery.id))
    .where(
      and(
        inArray(
          delivery.accountId,
          accounts.map(({ id }) => id),
        ),
        ne(delivery.state, "withdrawn"),
        ne(delivery.state, "refused"),
        or(sql`${moment} >= ${since.toISOString()}`, isNull(moment)),
        except.length === 0 ? undefined : notInArray(delivery.id, except),
      ),
    );
  const texts = await publicationTimes(
    q,
    seenBy,
    rows.map(({ itemId }) => itemId),
  );
  const byAccount = new Map<string, OtherPost[]>();
  for (const { id, way } of accounts)
    byAccount.set(
      id,
      rows.flatMap(({ itemId, accountId, isRehearsal, isDue, at }) => {
        if (accountId !== id || isRehearsal !== (way === "rehearsal")) return [];
        const { title, publicAt } = texts.get(itemId) ?? silence;
        // What waits for its text goes out with it at the earliest.
        const its = !isDue && publicAt !== null && (at === null || publicAt > at) ? publicAt : at;
        return its === null ? [] : [{ at: its, title }];
      }),
    );
  return byAccount;
}

/** All that says when a text may be posted under each of these accounts of one agency. */
export async function timeContexts(
  q: Queryable,
  seenBy: Actor | { agencyId: string },
  {
    accounts,
    itemId,
    exceptId = null,
    besides = [],
    now,
  }: {
    accounts: ChannelAccount[];
    itemId: string;
    exceptId?: string | null;
    /** Others that are in nobody's way. */
    besides?: string[];
    now: Date;
  },
): Promise<Map<string, TimeContext>> {
  if (accounts.length === 0) return new Map();
  const { agencyId } = seenBy;
  const since = new Date(now.getTime() - 2 * DAY);
  const span = {
    from: toVietnamDate(since).toString(),
    to: toVietnamDate(new Date(now.getTime() + DAYS * DAY)).toString(),
  };
  const rules = await rulesOf(q, agencyId);
  const quiet = await quietBetween(q, agencyId, span.from, span.to);
  const calendar = await calendarOf(q, agencyId);
  const campaigns = await campaignsBetween(q, agencyId, span);
  const pause = await pauseOf(q, agencyId);
  const text = (await publicationTimes(q, seenBy, [itemId])).get(itemId) ?? silence;
  const posts = await postsOf(q, seenBy, accounts, {
    since,
    except: [...besides, ...(exceptId === null ? [] : [exceptId])],
  });
  const letInUntil = new Map(
    (
      await q
        .select({ id: channelCredential.accountId, until: channelCredential.expiresAt })
        .from(channelCredential)
        .where(
          inArray(
            channelCredential.accountId,
            accounts.map(({ id }) => id),
          ),
        )
    ).map(({ id, until }) => [id, until]),
  );
  return new Map(
    accounts.map((account) => [
      account.id,
      {
        rule: ruleFor(rules, account),
        networkPerDay: networkOf(account.network)?.mostPerDay ?? null,
        others: posts.get(account.id)!,
        quiet: concerning(quiet, account),
        dayOff: (day) => calendar.off.get(day) ?? null,
        campaigns: campaigns.map(({ kind, ...rest }) => ({ ...rest, isCampaign: kind === "campaign" })),
        embargoUntil: text.isPublic ? null : text.embargoUntil,
        publicAt: text.publicAt,
        isPublic: text.isPublic,
        paused: pause?.reason ?? (account.state === "paused" ? account.stateReason : null),
        letInUntil: account.way === "connected" ? (letInUntil.get(account.id) ?? null) : null,
        isUrgent: text.isUrgent,
      } satisfies TimeContext,
    ]),
  );
}
