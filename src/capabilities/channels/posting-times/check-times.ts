import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { accountsByIds } from "../accounts/account-queries.ts";
import { contentOf } from "../deliveries/delivery-queries.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { isHindered, judgeTime, nextFree, type TimeRemark } from "./judge-time.ts";
import { timeContexts } from "./time-contexts.ts";

/**
 * What is to be said of posting a text at a moment under each of the accounts, and the next moment that is good for all
 * of them. Null as the moment: together with the text.
 */
export async function checkTimes(
  q: Queryable,
  actor: Actor,
  {
    itemId,
    accountIds,
    wantedAt,
    deliveryId,
  }: { itemId: string; accountIds: string[]; wantedAt: Date | null; deliveryId: string | null },
  now = new Date(),
) {
  const content = await contentOf(q, actor, itemId);
  const subject = { agencyId: actor.agencyId, unitId: content.unitId };
  deliveryPolicy.permit(actor, "plan", subject);
  const accounts = [...(await accountsByIds(q, actor.agencyId, accountIds)).values()].filter(
    ({ way, state }) => way !== "own" && state !== "closed",
  );
  const contexts = await timeContexts(q, actor, { accounts, itemId, exceptId: deliveryId, now });
  const [first] = contexts.values();
  const follows = wantedAt === null && first?.isPublic === false;
  const at = wantedAt ?? (first?.isPublic === false ? first.publicAt : now);
  const found = accounts.map((account) => ({
    accountId: account.id,
    name: account.name,
    remarks: at === null ? [] : judgeTime(contexts.get(account.id)!, at).map((one) => softened(one, follows)),
  }));
  const from = at !== null && at > now ? at : now;
  return {
    at,
    accounts: found,
    isHindered: found.some(({ remarks }) => isHindered(remarks)),
    /** The next one that is free of everything that hinders, and good where it can be. */
    nextGood: nextFree([...contexts.values()], from, { good: true }),
    mayOverrule: deliveryPolicy.may(actor, subject).overrule.allowed,
  };
}

/** What follows its text is not refused: it waits for the next hour that is free. */
const softened = (remark: TimeRemark, follows: boolean): TimeRemark =>
  follows && remark.weight === "forbidden"
    ? { ...remark, weight: "warning", words: `${remark.words} Kênh tự lùi đến giờ được đăng.` }
    : remark;
