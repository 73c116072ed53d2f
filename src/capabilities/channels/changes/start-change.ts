import { and, eq, inArray } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import { delivery, placement, placementChange } from "../tables.ts";
import { type ChangeAct, type ChangeState, type ChangeWords, changeActLabels } from "./change.ts";
import { type Change, changingOf, openChange, type Standing, standingNow } from "./change-queries.ts";
import { CHANGE_QUEUE } from "./change-queue.ts";
import { moveChange, noteChange } from "./move-change.ts";

/** What a call may be doing, or may have done. */
const UNDER_WAY: ChangeState[] = ["running", "accepted", "unknown"];

export interface Wish {
  act: ChangeAct;
  reason: string;
  /** Null: publishing the corrected text asked for it. */
  askedBy: string | null;
  /** In which words it is to stand; left out: those that the channel has. */
  words?: Exclude<ChangeWords, "own"> | { own: string; by: string; at: Date };
}

/** New words are agreed to anew, whoever agreed to what stood there. */
const wordsWanted = (words: Wish["words"] = "kept") => ({
  ...(typeof words === "string"
    ? { words, ownText: null, ownTextBy: null, ownTextAt: null }
    : { words: "own" as const, ownText: words.own, ownTextBy: words.by, ownTextAt: words.at }),
  ...{ ownTextApprovedBy: null, ownTextApprovedAt: null },
});

const begun = ({ act, askedBy, reason }: Wish, name: string): string =>
  askedBy === null
    ? `Bài đã sửa trên cổng; hệ thống sửa theo trên ${name}`
    : `Cho ${changeActLabels[act]} trên ${name}${reason === "" ? "" : `: ${reason}`}`;

/**
 * Writes down what is to be done where a text stands, with the text that is live now. What waits there already takes
 * over the newer wish. @throws Conflict while something is under way there
 */
export async function startChange(
  work: Work,
  { delivery: row, place, content, account }: Standing,
  wish: Wish,
): Promise<Change> {
  const { tx, at } = work;
  const { agencyId, id: deliveryId, itemId, accountId } = row;
  const wanted =
    wish.act === "remove"
      ? { revisionId: place.revisionId, revisionHash: place.revisionHash }
      : { revisionId: content.revisionId, revisionHash: content.hash };
  const { act, reason, askedBy } = wish;
  const fresh = {
    ...{ act, reason, askedBy },
    ...wordsWanted(wish.words),
    ...wanted,
    askedAt: at,
    attempts: 0,
    nextTryAt: null,
    riskyAt: null,
    handles: {},
    why: null,
  };
  const known = await openChange(tx, place.id, { lock: true });
  if (known && UNDER_WAY.includes(known.state))
    throw new Conflict(`${account.name} đang được sửa, gỡ; hãy chờ biết kết quả.`);
  if (known) {
    const moved = await moveChange(work, known, "tryAgain", { set: fresh, words: begun(wish, account.name) });
    if (!moved) throw new Conflict("Việc này vừa đổi trạng thái; hãy tải lại trang.");
    await later(work, CHANGE_QUEUE, at);
    return moved;
  }
  const [made] = await tx
    .insert(placementChange)
    .values({
      id: uuidv7(),
      agencyId,
      placementId: place.id,
      deliveryId,
      accountId,
      itemId,
      state: "waiting",
      ...fresh,
    })
    .onConflictDoNothing()
    .returning();
  if (!made) throw new Conflict(`${account.name} vừa có người cho sửa, gỡ; hãy tải lại trang.`);
  await noteChange(work, made, begun(wish, account.name));
  await later(work, CHANGE_QUEUE, at);
  return made;
}

const wordsOfKnown = ({ words, ownText, ownTextBy, ownTextAt }: Change): NonNullable<Wish["words"]> =>
  words === "own" ? { own: ownText!, by: ownTextBy!, at: ownTextAt! } : words;

/**
 * A corrected text goes where the former one stands by itself, where the network lets that be done quietly. True: it is
 * seen to, and nobody has to be asked.
 */
export async function correctByItself(work: Work, deliveryId: string, revisionId: string): Promise<boolean> {
  const { tx } = work;
  const [place] = await tx.select().from(placement).where(eq(placement.deliveryId, deliveryId));
  if (!place) return false;
  const known = await openChange(tx, place.id, { lock: true });
  // What is under way is looked at again when it ends; what was refused for this text was told.
  if (known && (UNDER_WAY.includes(known.state) || known.act === "remove" || known.revisionId === revisionId))
    return true;
  const standing = await standingNow(tx, place);
  if (!standing) return false;
  const { ownText } = standing.delivery;
  const isQuiet = changingOf("correct", standing)?.reachesPeople === false && ownText === null;
  if (known && !isQuiet && known.state !== "waiting") {
    await moveChange(work, known, "drop", { words: "Bài lại có bản mới; việc sửa bản trước thôi" });
    return false;
  }
  if (!known && !isQuiet) return false;
  await startChange(work, standing, {
    act: known?.act ?? "correct",
    reason: known?.reason ?? "",
    askedBy: known?.askedBy ?? null,
    words: known ? wordsOfKnown(known) : "kept",
  });
  await tx.update(delivery).set({ needsPerson: false }).where(eq(delivery.id, deliveryId));
  return true;
}

/**
 * A text was taken back, or a person has done it by hand: what was not begun is not done any more. `done`: what was
 * given to a hand is done by that.
 */
export async function dropChanges(
  work: Work,
  placementId: string,
  words: string,
  { done }: { done?: "correct" | "remove" } = {},
): Promise<void> {
  const known = await openChange(work.tx, placementId, { lock: true });
  if (!known || UNDER_WAY.includes(known.state)) return;
  const isDone = known.state === "handed" && known.act === done;
  await moveChange(work, known, isDone ? "finish" : "drop", { words });
}

/** Nobody says by hand what a call may be doing at this moment. @throws Conflict */
export async function demandNothingUnderWay(work: Work, deliveryId: string): Promise<void> {
  const running = await work.tx.$count(
    placementChange,
    and(eq(placementChange.deliveryId, deliveryId), inArray(placementChange.state, UNDER_WAY)),
  );
  if (running > 0) throw new Conflict("Hệ thống đang sửa, gỡ bài trên kênh này; hãy chờ biết kết quả.");
}
