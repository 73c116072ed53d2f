import { and, eq, isNull } from "drizzle-orm";
import { contentToDeliver, planLinksOfContents } from "#newsroom";
import { attachEvidence } from "#plan";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { startOfDay, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { placement, pressPickup } from "../../tables.ts";
import { outletOf } from "../press-queries.ts";
import { type GivenPicture, keepProof } from "./keep-proof.ts";
import type { PickupKind } from "./pickup.ts";
import { pickupAddress, searchOf } from "./pickup-address.ts";
import { pickupPolicy } from "./policy.ts";

export interface NewPickup {
  id: string;
  itemId: string;
  outletId: string | null;
  outletName: string;
  kind: PickupKind;
  title: string;
  url: string;
  /** The day on which the press published it. */
  publishedOn: string;
  note: string;
  file: GivenPicture | null;
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/** The text that was taken up: public by now, or sent to newsrooms. @throws NotFound, Unacceptable */
async function taken({ tx, actor }: Work, itemId: string) {
  const content = (await contentToDeliver(tx, actor, [itemId])).get(itemId);
  if (!content) throw new NotFound("Không có bài này.");
  const went = await tx.$count(
    placement,
    and(eq(placement.itemId, itemId), eq(placement.agencyId, actor.agencyId)),
  );
  if (content.publishedAt === null && went === 0)
    refuse("itemId", "Bài này chưa đăng, chưa gửi báo chí nên chưa có tin dùng lại.");
  return content;
}

/** Writes down where the press took up a text, each address once, and that it proves what the text proves. */
export async function notePickup(work: Work, { id, file, ...given }: NewPickup): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId: notedBy } = actor;
  pickupPolicy.permit(actor, "note", { agencyId });
  const { itemId, outletId, kind, title, publishedOn, note } = given;
  const content = await taken(work, itemId);
  const outlet = outletId ? (await outletOf(tx, agencyId, outletId)).name : given.outletName.trim();
  if (outlet === "") refuse("outletName", "Hãy chọn hoặc ghi tên cơ quan báo chí.");
  if (publishedOn > toVietnamDate(at).toString()) refuse("publishedOn", "Ngày đăng ở tương lai.");
  const { url, key: urlKey } = pickupAddress({ url: given.url, outlet, title, publishedOn });
  const [made] = await tx
    .insert(pressPickup)
    .values({
      ...{ id, agencyId, itemId, outletId, outletName: outletId ? "" : outlet, kind, title, url, urlKey },
      ...{ publishedOn, note, search: searchOf([title, outlet, url]), notedBy, notedAt: at },
    })
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
    if (twin) refuse("url", "Tin này đã ghi cho bài này.");
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
