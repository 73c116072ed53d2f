import { and, eq, isNull } from "drizzle-orm";
import { contentToDeliver, planLinksOfContents } from "#newsroom";
import { attachEvidence } from "#plan";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { startOfDay } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { placement, pressPickup } from "../../tables.ts";
import { describedPickup, type PickupFields, refusePickup } from "./described-pickup.ts";
import { type GivenPicture, keepProof } from "./keep-proof.ts";
import { pickupPolicy } from "./policy.ts";

interface NewPickup extends PickupFields {
  id: string;
  itemId: string;
  file: GivenPicture | null;
}

/** The text that was taken up: public by now, or sent to newsrooms. @throws NotFound, Unacceptable */
async function taken({ tx, actor }: Work, itemId: string) {
  const content = (await contentToDeliver(tx, actor, [itemId])).get(itemId);
  if (!content) throw new NotFound("Không có bài này.");
  const went = await tx.$count(
    placement,
    and(eq(placement.itemId, itemId), eq(placement.agencyId, actor.agencyId)),
  );
  if (content.publishedAt === null && went === 0)
    refusePickup("itemId", "Bài này chưa đăng, chưa gửi báo chí nên chưa có tin dùng lại.");
  return content;
}

/** Writes down where the press took up a text, each address once, and that it proves what the text proves. */
export async function notePickup(work: Work, { id, itemId, file, ...given }: NewPickup): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId: notedBy } = actor;
  pickupPolicy.permit(actor, "note", { agencyId });
  const content = await taken(work, itemId);
  const { outlet, columns } = await describedPickup(work, given);
  const { kind, title, url, urlKey, publishedOn, note } = columns;
  const [made] = await tx
    .insert(pressPickup)
    .values({ id, agencyId, itemId, ...columns, notedBy, notedAt: at })
    .onConflictDoNothing()
    .returning({ id: pressPickup.id });
  if (!made) {
    const [twin] = await tx
      .select({ id: pressPickup.id })
      .from(pressPickup)
      .where(
        and(
          eq(pressPickup.agencyId, agencyId),
          eq(pressPickup.itemId, itemId),
          eq(pressPickup.urlKey, urlKey),
          isNull(pressPickup.droppedAt),
        ),
      );
    // Sent twice, it is the same one.
    if (twin?.id === id) return;
    if (twin) refusePickup("url", "Tin này đã ghi cho bài này.");
    throw new Conflict("Mục này đã ghi trước đó; hãy tải lại trang.");
  }
  const proof = file && (await keepProof(work, id, file));
  await work.record({
    act: "note-press-pickup",
    objectKind: "press-pickup",
    objectId: id,
    after: { itemId, outletName: outlet, kind, title, url, publishedOn, note, ...proof },
  });
  await attachEvidence(work, {
    ...(await planLinksOfContents(tx, [itemId])).get(itemId)!,
    ...{ source: "channels", sourceId: id, url, at: startOfDay(publishedOn) },
    label: `${outlet} dùng lại: ${content.title}`,
    revisionHash: null,
  });
}
