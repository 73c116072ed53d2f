import { and, eq, isNull } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { accountOf } from "../accounts/account-queries.ts";
import { accountPolicy } from "../accounts/policy.ts";
import { accountNetworks } from "../networks/index.ts";
import { postingRule } from "../tables.ts";
import { noLimits, type PostingLimits, windowsInWords } from "./posting-rule.ts";

/** Whom a rule or quiet days are for: neither, the whole agency. */
export interface Scope {
  network: string | null;
  accountId: string | null;
}

/** @throws Unacceptable, NotFound, Forbidden */
export async function permitScope(work: Work, { network, accountId }: Scope): Promise<void> {
  const { tx, actor } = work;
  if (network !== null && accountId !== null)
    throw new Unacceptable("Hãy chọn một kênh hoặc một tài khoản.", []);
  if (network !== null && !accountNetworks.includes(network))
    throw new Unacceptable("Hãy chọn kênh.", [{ field: "network", message: "Không có kênh này." }]);
  accountPolicy.permit(
    actor,
    "setHours",
    accountId === null ? { agencyId: actor.agencyId } : await accountOf(tx, actor.agencyId, accountId),
  );
}

const isFor = ({ network, accountId }: Scope, agencyId: string) =>
  and(
    eq(postingRule.agencyId, agencyId),
    network === null ? isNull(postingRule.network) : eq(postingRule.network, network),
    accountId === null ? isNull(postingRule.accountId) : eq(postingRule.accountId, accountId),
  );

const limitsOf = (rule: PostingLimits): PostingLimits => {
  const { good, closed, closedOnDaysOff, mostPerDay, mostPerDayInCampaign, minutesApart } = rule;
  return { good, closed, closedOnDaysOff, mostPerDay, mostPerDayInCampaign, minutesApart };
};

/**
 * Lays down when may be posted. What is null follows the wider rule; nothing at all and the rule is gone. What is
 * scheduled already stays where it is.
 */
export async function savePostingRule(
  work: Work,
  { network, accountId, ...given }: Scope & PostingLimits,
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const scope = { network, accountId };
  await permitScope(work, scope);
  const [before] = await tx.select().from(postingRule).where(isFor(scope, agencyId)).for("update");
  const limits = limitsOf(given);
  const isEmpty = Object.values(limits).every((value) => value === null);
  if (isEmpty) await tx.delete(postingRule).where(isFor(scope, agencyId));
  else {
    const saved = { ...limits, savedBy: personId, savedAt: at };
    await tx
      .insert(postingRule)
      .values({ id: uuidv7(), agencyId, ...scope, ...saved })
      .onConflictDoUpdate({
        target: [postingRule.agencyId, postingRule.network, postingRule.accountId],
        set: saved,
      });
  }
  await work.record({
    act: "set-posting-hours",
    ...objectOf(agencyId, accountId),
    before: { network, ...inWords(before ?? noLimits) },
    after: { network, ...inWords(limits) },
  });
}

/** What an act on a scope is written down about. */
export const objectOf = (agencyId: string, accountId: string | null) => ({
  objectKind: "posting-hours",
  objectId: accountId ?? agencyId,
});

/** As the audit tells it: hours as a person says them. */
const inWords = (rule: PostingLimits) => {
  const { good, closed, ...rest } = limitsOf(rule);
  return { good: good && windowsInWords(good), closed: closed && windowsInWords(closed), ...rest };
};
