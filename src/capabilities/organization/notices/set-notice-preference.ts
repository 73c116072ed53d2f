import type { Work } from "#platform/work/work.ts";
import { noticePreference } from "../tables.ts";
import { type AskedWays, demandMailStays, mailOf, pushes } from "./notice-preferences.ts";
import { chosenOf, ownChoice } from "./preference-queries.ts";

/**
 * One's own choice how a kind comes; what is not given stays, null is as the agency says.
 * @throws Unacceptable where its mail cannot be switched off
 */
export async function setNoticePreference({ tx, actor, record }: Work, asked: AskedWays): Promise<void> {
  demandMailStays(asked);
  const { kind } = asked;
  const { personId, agencyId } = actor;
  const own = await ownChoice(tx, personId, kind);
  const { mail = own.mail, push = own.push } = asked;
  if (own.mail === mail && own.push === push) return;
  const held = async () => {
    const chosen = (await chosenOf(tx, [personId])).get(personId) ?? [];
    return { noticeKind: kind, noticeMail: mailOf(kind, chosen), noticePush: pushes(kind, chosen) };
  };
  const before = await held();
  await tx
    .insert(noticePreference)
    .values({ agencyId, personId, kind, mail, push })
    .onConflictDoUpdate({
      target: [noticePreference.personId, noticePreference.kind],
      set: { mail, push },
    });
  await record({
    act: "set-notice-preference",
    objectKind: "person",
    objectId: personId,
    before,
    after: await held(),
  });
}
