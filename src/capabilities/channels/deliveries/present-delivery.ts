import { asc, eq } from "drizzle-orm";
import type { ContentToDeliver } from "#newsroom";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { openChange, ownTextAfter, waitsForWords } from "../changes/change-queries.ts";
import { stepsByHand } from "../networks/change-by-hand.ts";
import { type Network, networkOf } from "../networks/index.ts";
import { picturesToSend } from "../pictures/chosen-pictures.ts";
import { cutAddress } from "../pictures/cut-picture.ts";
import { deliveryEvent, placement, placementProof } from "../tables.ts";
import { choicesShown, limitsByAccount } from "./choices-of-delivery.ts";
import { type Delivery, deliveryOf } from "./delivery-queries.ts";
import { previewOf, summaryOf } from "./list-deliveries.ts";
import { packName, sharedText } from "./post-of-delivery.ts";
import { stopsOf } from "./why-stopped.ts";

const endingOf: Record<string, string> = {
  "image/png": "png",
  "image/webp": "webp",
  "image/gif": "gif",
  "video/mp4": "mp4",
  "video/webm": "webm",
  "audio/mpeg": "mp3",
  "audio/wav": "wav",
};

/** What goes out beside the words, as it is to be taken along: pictures as the channel has them, then recordings. */
function mediaOf(content: ContentToDeliver, { id, ownPictures }: Delivery) {
  const pictures = picturesToSend(content, ownPictures).map(({ media, alt, cut }) => {
    const shown = { ...media, alt };
    return cut === null
      ? shown
      : { ...shown, contentType: "image/jpeg", path: cutAddress(id, media.id, cut), cuts: null };
  });
  const others = content.media.filter(({ sort }) => sort !== "picture");
  return [...pictures, ...others].map(({ bytes: _, contentType, ...shown }, index) => ({
    ...shown,
    fileName: packName(content.title, index + 1, endingOf[contentType] ?? "jpg"),
  }));
}

/** The pictures of the text and what this channel has of them. */
const picturesOf = ({ media }: ContentToDeliver, row: Delivery, network: Network | undefined) => ({
  shared: media.flatMap(({ id, sort, alt, width, height, path }) =>
    sort === "picture" ? [{ id, alt, width, height, path }] : [],
  ),
  own: row.ownPictures,
  shapes: [...(network?.pictures.shapes ?? [])],
  most: network?.pictures.most ?? 0,
});

/** A delivery with everything that is known of it and may be done with it. */
export async function presentDelivery(q: Queryable, actor: Actor, id: string) {
  const whole = await deliveryOf(q, actor, id);
  const { delivery: row, content, account } = whole;
  const [place] = await q.select().from(placement).where(eq(placement.deliveryId, id));
  const proofs = place
    ? await q
        .select()
        .from(placementProof)
        .where(eq(placementProof.placementId, place.id))
        .orderBy(asc(placementProof.addedAt))
    : [];
  const events = await q
    .select()
    .from(deliveryEvent)
    .where(eq(deliveryEvent.deliveryId, id))
    .orderBy(asc(deliveryEvent.at), asc(deliveryEvent.id));
  const people = [
    row.ownTextBy,
    row.ownTextApprovedBy,
    row.ownPicturesBy,
    row.ownPicturesApprovedBy,
    place?.recordedBy,
    place?.deniedBy,
  ].flatMap((one) => one ?? []);
  const names = await personNames(q, people);
  const nameOf = (personId: string | null | undefined) => (personId ? (names.get(personId) ?? "") : null);
  const network = networkOf(account.network);
  const change = place && (await openChange(q, place.id));
  return {
    ...summaryOf(actor, { row, content, account, place, stops: await stopsOf(q, actor.agencyId) }),
    contentRevisionId: content.revisionId,
    ownText: row.ownText,
    ownTextByName: nameOf(row.ownTextBy),
    ownTextApprovedByName: nameOf(row.ownTextApprovedBy),
    sharedText: sharedText(content, account.network),
    isAtLength: network?.atLength ?? false,
    ...(await choicesShown(q, actor, [account])).get(account.id)!,
    chosen: row.choices,
    preview: previewOf(
      content,
      account.network,
      { ...row, ownText: ownTextAfter(change, row) },
      (await limitsByAccount(q, [account])).get(account.id),
    ),
    waitsForNewWords: change !== undefined && waitsForWords(change),
    changeSteps: stepsByHand(network),
    media: mediaOf(content, row),
    pictures: {
      ...picturesOf(content, row, network),
      chosenByName: nameOf(row.ownPicturesBy),
      approvedByName: nameOf(row.ownPicturesApprovedBy),
    },
    openAt: network?.openAt ?? account.url,
    byHandSteps: network?.byHand ?? [],
    hasAddress: network?.hasAddress ?? true,
    events: events.map(({ at, state, words, byName }) => ({ at, state, words, byName })),
    placement: place
      ? {
          ...{ id: place.id, url: place.url, placedAt: place.placedAt, takenDownAt: place.takenDownAt },
          where: place.url === null ? place.remoteId : null,
          recordedByName: nameOf(place.recordedBy),
          deniedGone: place.deniedAt && {
            ...{ at: place.deniedAt, why: place.deniedWhy ?? "", byName: nameOf(place.deniedBy) ?? "" },
          },
          revisionHash: place.revisionHash,
          proofs: proofs.map(({ id: proofId, addedAt }) => ({
            ...{ id: proofId, addedAt },
            path: `/placement-proofs/${proofId}`,
          })),
        }
      : null,
  };
}
