import { and, count, eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { slugify } from "#platform/text/slugify.ts";
import type { Work } from "#platform/work/work.ts";
import { lackingToAnnounce } from "./event.ts";
import { type Event, heldEvent, subjectOf, toldOf } from "./event-queries.ts";
import { eventPolicy } from "./policy.ts";
import { event } from "./tables.ts";
import { tellPublic } from "./tell-public.ts";

/** An address of its own, with the day where the title alone is taken. */
async function addressFor({ tx }: Work, { agencyId, title, startsAt }: Event): Promise<string> {
  const plain = slugify(title) || "su-kien";
  const dated = `${plain}-${toVietnamDate(startsAt).toString()}`;
  for (let n = 0; ; n += 1) {
    const slug = n === 0 ? plain : n === 1 ? dated : `${dated}-${n}`;
    const [taken] = await tx
      .select({ n: count() })
      .from(event)
      .where(and(eq(event.agencyId, agencyId), eq(event.slug, slug)));
    if (taken!.n === 0 && slug !== "lich" && slug !== "cau-hoi") return slug;
  }
}

/** Another person than who wrote it makes it public, as read. @throws Forbidden, Conflict, Unacceptable */
export async function announceEvent(
  work: Work,
  { id, changedAt }: { id: string; changedAt: Date },
): Promise<Event> {
  const { tx, actor, at } = work;
  const row = await heldEvent(tx, actor.agencyId, id);
  eventPolicy.permit(actor, "announce", subjectOf(row));
  if (row.changedAt.getTime() !== changedAt.getTime())
    throw new Conflict("Bản thảo đã được sửa sau khi bạn mở trang; hãy tải lại rồi đọc bản mới.");
  const lacking = lackingToAnnounce(await toldOf(tx, row));
  if (lacking.length > 0)
    throw new Unacceptable(`Chưa công bố được: ${lacking.map(({ message }) => message).join(" ")}`, lacking);
  if (row.endsAt <= at) throw new Conflict("Sự kiện đã qua giờ kết thúc; hãy sửa thời gian rồi công bố.");
  const set = { slug: await addressFor(work, row), announcedAt: at, announcedBy: actor.personId };
  return tellPublic(work, row, { step: "announce", act: "announce-event", reason: "", set });
}
