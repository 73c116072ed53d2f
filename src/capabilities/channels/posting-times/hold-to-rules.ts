import { sql } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import type { ChannelAccount } from "../accounts/account-queries.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { judgeTime, nextFree } from "./judge-time.ts";
import { forbidsAnything } from "./posting-rule.ts";
import { concerning, quietBetween, ruleFor, rulesOf } from "./rule-queries.ts";
import { timeContexts } from "./time-contexts.ts";

/** Who sets the hour of a post under an account does so after whoever sets another, so that both count. */
const oneAfterTheOther = ({ tx }: Work, accountId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`posting ${accountId}`}, 0))`);

interface Post {
  account: ChannelAccount;
  itemId: string;
  unitId: string;
  /** The delivery whose hour it is; null: it is made now. */
  deliveryId: string | null;
}

const refuse = (words: string): never => {
  throw new Unacceptable(words, [{ field: "wantedAt", message: words }]);
};

/**
 * Holds a moment that a person chose to what the agency laid down: refused where it forbids it, unless somebody who may
 * gives a reason. Gives the reason where one was needed, else null. @throws Unacceptable
 */
export async function permitTime(
  work: Work,
  { account, itemId, unitId, deliveryId }: Post,
  { at, reason }: { at: Date; reason: string | null },
): Promise<string | null> {
  const { tx, actor } = work;
  await oneAfterTheOther(work, account.id);
  const contexts = await timeContexts(tx, actor, {
    accounts: [account],
    itemId,
    exceptId: deliveryId,
    now: work.at,
  });
  const remarks = judgeTime(contexts.get(account.id)!, at);
  const refused = remarks.find(({ weight }) => weight === "refused");
  if (refused) refuse(`${account.name}: ${refused.words}`);
  const forbidden = remarks.filter(({ weight }) => weight === "forbidden");
  if (forbidden.length === 0) return null;
  const why = `${account.name}: ${forbidden.map(({ words }) => words).join(" ")}`;
  if (reason === null || reason.trim() === "")
    return refuse(`${why} Hãy chọn giờ khác; nếu buộc phải đăng lúc ấy thì ghi lý do.`);
  deliveryPolicy.permit(actor, "overrule", { agencyId: actor.agencyId, unitId });
  return reason.trim();
}

/**
 * When a post goes out whose hour nobody chose, or is over: at once, or at the next moment that the agency does not forbid. A text
 * that cannot wait goes at once. `besides`: deliveries that are in nobody's way. `why`: what made it wait; null: nothing.
 */
export async function nextPermitted(
  work: Work,
  { account, itemId, deliveryId, besides = [] }: Omit<Post, "unitId"> & { besides?: string[] },
  from: Date,
): Promise<{ at: Date; why: string | null }> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const day = from.toISOString().slice(0, 10);
  const far = new Date(from.getTime() + 400 * 86_400_000).toISOString().slice(0, 10);
  const isFree =
    !forbidsAnything(ruleFor(await rulesOf(tx, agencyId), account)) &&
    concerning(await quietBetween(tx, agencyId, day, far), account).length === 0;
  if (isFree) return { at: from, why: null };
  await oneAfterTheOther(work, account.id);
  const contexts = await timeContexts(
    tx,
    { agencyId },
    {
      accounts: [account],
      itemId,
      exceptId: deliveryId,
      besides,
      now: work.at,
    },
  );
  const found = contexts.get(account.id)!;
  // Why it waits is read by all who see the delivery; another text may be for a few.
  const context = { ...found, others: found.others.map(({ at }) => ({ at, title: null })) };
  const forbidden = judgeTime(context, from).filter(({ weight }) => weight === "forbidden");
  if (forbidden.length === 0) return { at: from, why: null };
  const later = nextFree([context], from, { good: false });
  return later
    ? { at: later, why: `Lùi đến ${formatDateTime(later)}. ${forbidden.map(({ words }) => words).join(" ")}` }
    : { at: from, why: null };
}
