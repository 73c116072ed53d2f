import { asc, eq, inArray } from "drizzle-orm";
import { correctionNote } from "#newsroom";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { accountsByIds, isLockedOut, pauseOf } from "../accounts/account-queries.ts";
import { contentOf } from "../deliveries/delivery-queries.ts";
import { isOver as isTakenBack } from "../deliveries/release-deliveries.ts";
import { networkLabel } from "../networks/index.ts";
import { delivery, placement, placementChange } from "../tables.ts";
import { isOver } from "./change.ts";
import {
  type Change,
  changingOf,
  type Standing,
  subjectOfStanding,
  waitsForWords,
} from "./change-queries.ts";
import { changePolicy } from "./policy.ts";

/** What stands there, compared with what is public. */
function standingWord({ place, content }: Standing): "current" | "outdated" | "recalled" | "gone" {
  if (place.takenDownAt !== null) return "gone";
  if (isTakenBack(content)) return "recalled";
  return place.revisionId === content.revisionId ? "current" : "outdated";
}

/** How it is corrected or taken down there. */
function wayOf(standing: Standing): "own" | "network" | "letter" | "by-hand" {
  if (standing.account.way === "own") return "own";
  const changing = changingOf("correct", standing) ?? changingOf("remove", standing);
  if (!changing) return "by-hand";
  return changing.reachesPeople ? "letter" : "network";
}

/** Where a text stands, what is done about it at each place, and what the caller may do. */
export async function presentChanges(q: Queryable, actor: Actor, itemId: string) {
  const content = await contentOf(q, actor, itemId);
  const rows = await q
    .select({ place: placement, row: delivery })
    .from(placement)
    .innerJoin(delivery, eq(delivery.id, placement.deliveryId))
    .where(eq(placement.itemId, itemId))
    .orderBy(asc(placement.placedAt), asc(placement.id));
  const accounts = await accountsByIds(
    q,
    actor.agencyId,
    rows.map(({ place }) => place.accountId),
  );
  // The newest one of each place: what is open, else what was last.
  const all =
    rows.length === 0
      ? []
      : await q
          .select()
          .from(placementChange)
          .where(
            inArray(
              placementChange.placementId,
              rows.map(({ place }) => place.id),
            ),
          )
          .orderBy(asc(placementChange.askedAt), asc(placementChange.id));
  const newest = new Map<string, Change>(all.map((change) => [change.placementId, change]));
  const names = await personNames(
    q,
    all.flatMap(({ askedBy, ownTextBy }) => [askedBy, ownTextBy].flatMap((one) => one ?? [])),
  );
  const pause = await pauseOf(q, actor.agencyId);
  const places = rows.flatMap(({ place, row }) => {
    const account = accounts.get(place.accountId);
    if (!account) return [];
    const standing: Standing = { place, delivery: row, content, account };
    const change = newest.get(place.id);
    const waits = change !== undefined && ["waiting", "failed"].includes(change.state);
    return [
      {
        deliveryId: row.id,
        account: { id: account.id, name: account.name, networkLabel: networkLabel(account.network) },
        url: place.url,
        placedAt: place.placedAt,
        renewedAt: place.renewedAt,
        takenDownAt: place.takenDownAt,
        revisionHash: place.revisionHash,
        standing: standingWord(standing),
        way: wayOf(standing),
        ownText: row.ownText,
        can: {
          correct: account.way !== "own",
          remove: account.way !== "own",
          replace: changingOf("replace", standing) !== undefined,
        },
        effects: {
          correct: changingOf("correct", standing)?.effect ?? null,
          remove: changingOf("remove", standing)?.effect ?? null,
        },
        change: change
          ? {
              ...{ id: change.id, act: change.act, state: change.state, why: change.why },
              ...{ reason: change.reason, askedAt: change.askedAt, settledAt: change.settledAt },
              ...{ nextTryAt: change.nextTryAt, attempts: change.attempts, needsPerson: change.needsPerson },
              askedByName: change.askedBy && (names.get(change.askedBy) ?? ""),
              isOpen: !isOver(change.state),
              ownText: change.ownText,
              ownTextByName: change.ownTextBy && (names.get(change.ownTextBy) ?? ""),
              waitsForWords: change.state === "waiting" && waitsForWords(change),
              lockedOut: waits && !pause && isLockedOut(account),
              stopped: waits
                ? (pause?.reason ?? (account.state === "paused" ? account.stateReason : null))
                : null,
            }
          : null,
        may: changePolicy.may(actor, subjectOfStanding(standing, change)),
      },
    ];
  });
  return {
    title: content.title,
    kindLabel: content.kindLabel,
    isPublic: !isTakenBack(content),
    note: await correctionNote(q, itemId, content.revisionId),
    places,
  };
}
