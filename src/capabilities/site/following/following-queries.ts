import { and, count, countDistinct, desc, eq, gte, isNotNull, isNull } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { sendsMail } from "#platform/config/own-secret.ts";
import type { Queryable } from "#platform/database/database.ts";
import { sitePolicy } from "../policy.ts";
import { readerNews, readerSubscription } from "../tables.ts";
import { topicLabels } from "./topics.ts";

const DAYS = 30;

/** How many follow what, and what they were sent; no address is among it. */
export async function followingOf(q: Queryable, actor: Actor, now: Date) {
  const { agencyId } = actor;
  sitePolicy.permit(actor, "read", { agencyId });
  const own = eq(readerSubscription.agencyId, agencyId);
  const since = new Date(now.getTime() - DAYS * 24 * 3_600_000);
  const topics = await q
    .select({ topic: readerSubscription.topic, readers: count() })
    .from(readerSubscription)
    .where(and(own, isNull(readerSubscription.endedAt)))
    .groupBy(readerSubscription.topic)
    .orderBy(desc(count()), readerSubscription.topic);
  const labels = await topicLabels(
    q,
    agencyId,
    topics.map(({ topic }) => topic),
  );
  const [all] = await q
    .select({ readers: countDistinct(readerSubscription.addressHash) })
    .from(readerSubscription)
    .where(and(own, isNull(readerSubscription.endedAt)));
  const ended = async (reason: "reader" | "returned") =>
    (
      await q
        .select({ n: countDistinct(readerSubscription.addressHash) })
        .from(readerSubscription)
        .where(and(own, eq(readerSubscription.endReason, reason), gte(readerSubscription.endedAt, since)))
    )[0]!.n;
  const [told] = await q
    .select({ mails: countDistinct(readerNews.mailId) })
    .from(readerNews)
    .where(
      and(eq(readerNews.agencyId, agencyId), isNotNull(readerNews.mailId), gte(readerNews.heardAt, since)),
    );
  return {
    sendsMail: sendsMail(),
    days: DAYS,
    readers: all!.readers,
    topics: topics.map(({ topic, readers }) => ({ topic, label: labels.get(topic)!, readers })),
    mails: told!.mails,
    left: await ended("reader"),
    returned: await ended("returned"),
    may: sitePolicy.may(actor, { agencyId }),
  };
}
