import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { kindOf, type NoticeKind } from "../notice-kinds.ts";
import { noticePreference } from "../tables.ts";
import type { MailWay } from "./notice-preferences.ts";
import { chosenOf } from "./preference-queries.ts";

/** One's own choice how a kind comes. @throws Unacceptable where its mail cannot be switched off */
export async function setNoticePreference(
  { tx, actor, record }: Work,
  { kind, mail }: { kind: NoticeKind; mail: MailWay },
): Promise<void> {
  const { label, always } = kindOf(kind)!;
  if (mail === "off" && always)
    throw new Unacceptable(`Không tắt được thư của loại “${label}”.`, [{ field: "mail", message: always }]);
  const before = (await chosenOf(tx, [actor.personId]))
    .get(actor.personId)
    ?.find((one) => one.kind === kind)?.mail;
  if ((before ?? "now") === mail) return;
  await tx
    .insert(noticePreference)
    .values({ agencyId: actor.agencyId, personId: actor.personId, kind, mail })
    .onConflictDoUpdate({ target: [noticePreference.personId, noticePreference.kind], set: { mail } });
  await record({
    act: "set-notice-preference",
    objectKind: "person",
    objectId: actor.personId,
    before: { noticeKind: kind, noticeMail: before ?? "now" },
    after: { noticeKind: kind, noticeMail: mail },
  });
}
