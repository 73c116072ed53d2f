import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { type ContentToDeliver, contentToDeliver } from "#newsroom";
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
import type { AccountLimit } from "../connectors/connector.ts";
import { networkLabel, networkOf } from "../networks/index.ts";
import { layOut, postIssues, unitWords } from "../networks/post-length.ts";
import { picturesToSend } from "../pictures/chosen-pictures.ts";
import { goesToRecipients } from "../press-room/goes-to-recipients.ts";
import { pressLists } from "../press-room/press-queries.ts";
import { delivery, placement } from "../tables.ts";
import { choicesShown, limitsByAccount } from "./choices-of-delivery.ts";
import type { DeliveryGroup } from "./delivery.ts";
import { inGroup } from "./delivery-groups.ts";
import { contentOf, type Delivery, deliveriesOfItem, isByHand, subjectOf } from "./delivery-queries.ts";
import { deliveryPolicy } from "./policy.ts";
import { wordsOf } from "./post-of-delivery.ts";
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

/** What a list tells of a delivery. */
export function summaryOf(
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
