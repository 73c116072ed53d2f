import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { type ContentToDeliver, contentToDeliver } from "#newsroom";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import {
  accountsByIds,
  type ChannelAccount,
  isLockedOut,
  openAccounts,
  pauseOf,
} from "../accounts/account-queries.ts";
import { accountPolicy } from "../accounts/policy.ts";
import { openChange, ownTextAfter, waitsForWords } from "../changes/change-queries.ts";
import type { AccountLimit } from "../connectors/connector.ts";
import { stepsByHand } from "../networks/change-by-hand.ts";
import { type Network, networkLabel, networkOf } from "../networks/index.ts";
import { layOut, postIssues, unitWords } from "../networks/post-length.ts";
import { picturesToSend } from "../pictures/chosen-pictures.ts";
import { cutAddress } from "../pictures/cut-picture.ts";
import { goesToRecipients } from "../press-room/goes-to-recipients.ts";
import { pressLists } from "../press-room/press-queries.ts";
import { delivery, deliveryEvent, placement, placementProof } from "../tables.ts";
import { choicesShown, limitsByAccount } from "./choices-of-delivery.ts";
import type { DeliveryGroup } from "./delivery.ts";
import { inGroup } from "./delivery-groups.ts";
import {
  contentOf,
  type Delivery,
  deliveriesOfItem,
  deliveryOf,
  isByHand,
  subjectOf,
} from "./delivery-queries.ts";
import { deliveryPolicy } from "./policy.ts";
import { packName, sharedText, wordsOf } from "./post-of-delivery.ts";
import { isOver, mayStand } from "./release-deliveries.ts";
import { type Stops, stopsOf, whyStopped } from "./why-stopped.ts";

const PAGE = 30;

type Placement = typeof placement.$inferSelect;

const accountShown = ({ id, name, network, way, state, stateReason }: ChannelAccount) => ({
  ...{ id, name, network, way, state, stateReason },
  networkLabel: networkLabel(network),
});

/** The post as its network would show it, and why it would not take it, under this account as it is connected now. */
export function previewOf(
  content: ContentToDeliver,
  network: string,
  words: Pick<Delivery, "marker" | "ownText" | "ownPictures">,
  limits: AccountLimit[] = [],
) {
  const known = networkOf(network);
  if (!known) return { fields: [], issues: ["Kênh này không còn được hỗ trợ."] };
  const laid = wordsOf(content, network, words);
  const media = {
    pictures: picturesToSend(content, words.ownPictures).length,
    videos: content.media.filter(({ sort }) => sort === "video").length,
  };
  const refused = limits.filter(
    ({ refuses }) =>
      (refuses === "video" && media.videos > 0) || (refuses === "without-picture" && media.pictures === 0),
  );
  return {
    fields: layOut(known, laid).map(({ shown: _, ...field }) => ({ ...field, unit: unitWords[known.unit] })),
    issues: [...postIssues(known, laid, media), ...refused.map((limit) => limit.words)],
  };
}

function summaryOf(
  actor: Actor,
  {
    row,
    content,
    account,
    place,
    stops,
  }: {
    row: Delivery;
    content: ContentToDeliver;
    account: ChannelAccount;
    place: Placement | undefined;
    stops: Stops;
  },
) {
  const { id, itemId, state, wantedAt, timeReason, dueAt, nextTryAt } = row;
  const { attempts, reason, isRehearsal, needsPerson } = row;
  const goesOn = ["pending", "failed"].includes(state);
  return {
    ...{
      id,
      itemId,
      state,
      wantedAt,
      timeReason,
      dueAt,
      nextTryAt,
      attempts,
      reason,
      isRehearsal,
      needsPerson,
    },
    title: content.title,
    kindLabel: content.kindLabel,
    account: accountShown(account),
    reconnect: goesOn && isLockedOut(account) ? accountPolicy.may(actor, account).connect : null,
    byHand: state === "submitted" && isByHand(row, account),
    waitsForWords: goesOn && row.ownText !== null && row.ownTextApprovedBy === null,
    waitsForPictures: goesOn && row.ownPictures !== null && row.ownPicturesApprovedBy === null,
    stopped: goesOn ? whyStopped(stops, row, account) : null,
    url: place?.url ?? null,
    placedAt: place?.placedAt ?? null,
    outdated:
      place !== undefined &&
      place.takenDownAt === null &&
      mayStand(content, new Date()) &&
      place.revisionId !== content.revisionId,
    recalled: place !== undefined && place.takenDownAt === null && isOver(content),
    takenDownAt: place?.takenDownAt ?? null,
    goneAt: place?.takenDownAt === null ? place.goneAt : null,
    may: deliveryPolicy.may(actor, {
      ...subjectOf({ delivery: row, content, account }),
      isGone: place?.takenDownAt === null && place.goneAt !== null,
    }),
  };
}

/** Rows as they are listed; of texts that the actor does not see nothing is said. */
export async function presentRows(q: Queryable, actor: Actor, rows: Delivery[]) {
  const contents = await contentToDeliver(
    q,
    actor,
    rows.map(({ itemId }) => itemId),
  );
  const accounts = await accountsByIds(
    q,
    actor.agencyId,
    rows.map(({ accountId }) => accountId),
  );
  const places =
    rows.length === 0
      ? []
      : await q
          .select()
          .from(placement)
          .where(
            inArray(
              placement.deliveryId,
              rows.map(({ id }) => id),
            ),
          );
  const byDelivery = new Map(places.map((place) => [place.deliveryId, place]));
  const stops = await stopsOf(q, actor.agencyId);
  return rows.flatMap((row) => {
    const content = contents.get(row.itemId);
    const account = accounts.get(row.accountId);
    return content && account
      ? [summaryOf(actor, { row, content, account, place: byDelivery.get(row.id), stops })]
      : [];
  });
}

/** Deliveries of the agency in a group, a page at a time; what asks for a person the oldest first. */
export async function listDeliveries(
  q: Queryable,
  actor: Actor,
  { group, accountId, page }: { group: DeliveryGroup; accountId?: string | undefined; page: number },
) {
  const { agencyId } = actor;
  const ofAccount = accountId === undefined ? undefined : eq(delivery.accountId, accountId);
  const where = and(eq(delivery.agencyId, agencyId), inGroup[group], ofAccount);
  const oldestFirst = group === "todo" || group === "waiting";
  const moment = sql`coalesce(${delivery.settledAt}, ${delivery.dueAt}, ${delivery.wantedAt}, ${delivery.plannedAt})`;
  const rows = await q
    .select()
    .from(delivery)
    .where(where)
    .orderBy(oldestFirst ? asc(moment) : desc(moment), desc(delivery.id))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const [counts] = await q
    .select({
      todo: sql<number>`count(*) filter (where ${inGroup.todo})::int`,
      waiting: sql<number>`count(*) filter (where ${inGroup.waiting})::int`,
      placed: sql<number>`count(*) filter (where ${inGroup.placed})::int`,
    })
    .from(delivery)
    .where(and(eq(delivery.agencyId, agencyId), ofAccount));
  const pause = await pauseOf(q, agencyId);
  return {
    deliveries: await presentRows(q, actor, rows),
    total: await q.$count(delivery, where),
    pageSize: PAGE,
    counts: counts!,
    paused: pause && { reason: pause.reason, at: pause.pausedAt },
  };
}

/** Where a text goes out, and under which accounts it could. */
export async function presentOfContent(q: Queryable, actor: Actor, itemId: string) {
  const content = await contentOf(q, actor, itemId);
  const rows = (await deliveriesOfItem(q, itemId)).filter(({ state }) => state !== "withdrawn");
  // What was rehearsed may still go out for real.
  const isChosen = ({ id, way }: ChannelAccount) =>
    rows.some(({ accountId, isRehearsal }) => accountId === id && isRehearsal === (way === "rehearsal"));
  const open = await openAccounts(q, actor.agencyId);
  const choices = await choicesShown(q, actor, open);
  const limits = await limitsByAccount(q, open);
  const accounts = open.map((account) => ({
    ...accountShown(account),
    ...choices.get(account.id)!,
    meant: content.channels.some((slug) => slug === networkOf(account.network)?.channel),
    asksRecipients: goesToRecipients(account),
    chosen: isChosen(account),
    preview: previewOf(
      content,
      account.network,
      { marker: "", ownText: null, ownPictures: null },
      limits.get(account.id),
    ),
  }));
  return {
    deliveries: await presentRows(q, actor, rows),
    accounts: accounts.toSorted((one, other) => Number(other.meant) - Number(one.meant)),
    lists: await pressLists(q, actor.agencyId),
    embargoUntil: content.embargoUntil,
    may: deliveryPolicy.may(actor, { agencyId: actor.agencyId, unitId: content.unitId }),
  };
}

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
