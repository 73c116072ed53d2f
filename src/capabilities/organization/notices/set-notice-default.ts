import type { Work } from "#platform/work/work.ts";
import { organizationPolicy } from "../policy.ts";
import { noticeDefault } from "../tables.ts";
import { type AskedWays, demandMailStays, mailOf, pushes } from "./notice-preferences.ts";
import { defaultsOf } from "./preference-queries.ts";

/**
 * How a kind comes to the people of the own agency who have chosen nothing themselves; what is not given stays, null is
 * as usual again. @throws Unacceptable where its mail cannot be switched off
 */
export async function setNoticeDefault({ tx, actor, record }: Work, asked: AskedWays): Promise<void> {
  const { agencyId } = organizationPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  demandMailStays(asked);
  const { kind } = asked;
  const before = (await defaultsOf(tx, [agencyId])).filter((one) => one.kind === kind);
  const { mail = before[0]?.mail ?? null, push = before[0]?.push ?? null } = asked;
  await tx
    .insert(noticeDefault)
    .values({ agencyId, kind, mail, push })
    .onConflictDoUpdate({ target: [noticeDefault.agencyId, noticeDefault.kind], set: { mail, push } });
  const after = [{ kind, mail, push }];
  await record({
    act: "set-notice-default",
    objectKind: "agency",
    objectId: agencyId,
    before: { noticeKind: kind, noticeMail: mailOf(kind, before), noticePush: pushes(kind, before) },
    after: { noticeKind: kind, noticeMail: mailOf(kind, after), noticePush: pushes(kind, after) },
  });
}
