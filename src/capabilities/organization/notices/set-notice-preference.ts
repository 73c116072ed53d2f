import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { kindOf, type NoticeKind } from "../notice-kinds.ts";
import { noticePreference } from "../tables.ts";
import { type MailWay, pushes } from "./notice-preferences.ts";
import { chosenOf } from "./preference-queries.ts";

/** One's own choice how a kind comes; what is not given stays. @throws Unacceptable where its mail cannot be switched off */
export async function setNoticePreference(
  { tx, actor, record }: Work,
  { kind, ...asked }: { kind: NoticeKind; mail?: MailWay; push?: boolean },
): Promise<void> {
  const { label, always } = kindOf(kind)!;
  if (asked.mail === "off" && always)
    throw new Unacceptable(`Không tắt được thư của loại “${label}”.`, [{ field: "mail", message: always }]);
  const chosen = (await chosenOf(tx, [actor.personId])).get(actor.personId) ?? [];
  const before = {
    mail: chosen.find((one) => one.kind === kind)?.mail ?? "now",
    push: pushes(kind, chosen),
  };
  const { mail = before.mail, push = before.push } = asked;
  if (before.mail === mail && before.push === push) return;
  await tx
    .insert(noticePreference)
    .values({ agencyId: actor.agencyId, personId: actor.personId, kind, mail, push })
    .onConflictDoUpdate({
      target: [noticePreference.personId, noticePreference.kind],
      set: { mail, push },
    });
  await record({
    act: "set-notice-preference",
    objectKind: "person",
    objectId: actor.personId,
    before: { noticeKind: kind, noticeMail: before.mail, noticePush: before.push },
    after: { noticeKind: kind, noticeMail: mail, noticePush: push },
  });
}
