import { and, eq } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { holdLock } from "#platform/database/hold-lock.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { work } from "#platform/work/work.ts";
import type { Outcome } from "../connectors/connector.ts";
import { Superseded } from "../deliveries/call-of-delivery.ts";
import { isMistake, outcomeOfError } from "../deliveries/carry-out-delivery.ts";
import { wordsOf } from "../deliveries/post-of-delivery.ts";
import { signOfLife } from "../deliveries/recover-deliveries.ts";
import { isOver, mayStand } from "../deliveries/release-deliveries.ts";
import { carrier } from "../deliveries/take-delivery.ts";
import { networkOf } from "../networks/index.ts";
import { postIssues } from "../networks/post-length.ts";
import { picturesToSend } from "../pictures/chosen-pictures.ts";
import { placementChange } from "../tables.ts";
import { callOfChange } from "./call-of-change.ts";
import { type Change, changingOf, ownTextAfter, type WholeChange, wholeOfChange } from "./change-queries.ts";
import { recoverChanges } from "./recover-changes.ts";
import { type ChangeOutcome, settleChange } from "./settle-change.ts";
import { takeChanges } from "./take-changes.ts";

/** Accounts that are worked on at the same time by one worker. */
const HANDS = 8;

/** Why nothing is called: it is moot, or the network would not take it. */
function hinderedBefore(
  { change, place, delivery, content, account }: WholeChange,
  now: Date,
): ChangeOutcome | null {
  if (place.takenDownAt !== null) return { outcome: "moot", why: "Bài không còn trên kênh này" };
  if (!changingOf(change.act, { place, account }))
    return {
      outcome: "rejected",
      why: "Kênh này không sửa, gỡ tự động được nữa; hãy làm bằng tay trên kênh.",
    };
  if (change.act === "remove") return null;
  if (isOver(content)) return { outcome: "moot", why: "Bài đã thu hồi, gỡ bỏ nên thôi sửa" };
  if (!mayStand(content, now))
    return { outcome: "moot", why: "Bài đang được sửa, chưa duyệt lại nên thôi sửa trên kênh" };
  const network = networkOf(account.network)!;
  const issues = postIssues(
    network,
    wordsOf(content, account.network, { ...delivery, ownText: ownTextAfter(change, delivery) }),
    {
      pictures: picturesToSend(content, delivery.ownPictures).length,
      videos: content.media.filter(({ sort }) => sort === "video").length,
    },
  );
  return issues.length > 0 ? { outcome: "rejected", why: issues.join(" ") } : null;
}

/** The text may have been corrected once more: what goes there is what holds now, to all, as if nothing had been tried. */
async function withNewestText(database: Database, whole: WholeChange): Promise<WholeChange> {
  const { change, content } = whole;
  if (change.act === "remove" || change.revisionId === content.revisionId) return whole;
  const [renewed] = await database
    .update(placementChange)
    .set({ revisionId: content.revisionId, revisionHash: content.hash, handles: {} })
    .where(and(eq(placementChange.id, change.id), eq(placementChange.takenBy, change.takenBy!)))
    .returning();
  if (!renewed) throw new Superseded();
  return { ...whole, change: renewed };
}

async function call(database: Database, whole: WholeChange, clock: () => Date): Promise<Outcome> {
  const now = await withNewestText(database, whole);
  return changingOf(now.change.act, now)!.submit(await callOfChange(database, now, clock));
}

/** Calls the network for one that this worker has taken, and writes down how it ended. */
async function carryOut(database: Database, taken: Change, clock: () => Date): Promise<void> {
  const whole = await wholeOfChange(database, taken);
  if (!whole) return;
  let result: ChangeOutcome;
  let mistake: unknown = null;
  try {
    result = hinderedBefore(whole, clock()) ?? (await call(database, whole, clock));
  } catch (error) {
    if (error instanceof Superseded) return;
    const [now] = await database.select().from(placementChange).where(eq(placementChange.id, taken.id));
    result = outcomeOfError(error, now?.riskyAt ?? null);
    if (isMistake(error)) mistake = error;
  }
  await work(
    database,
    carrier(taken.agencyId),
    async (current) => {
      const [newest] = await current.tx
        .select()
        .from(placementChange)
        .where(eq(placementChange.id, taken.id))
        .for("update");
      const own = newest?.state === "running" && newest.takenBy === taken.takenBy;
      // Somebody took it for dead while the network was slow: what is confirmed counts all the same.
      const confirmed = result.outcome === "done" && newest?.state === "unknown";
      if (newest && (own || confirmed)) await settleChange(current, newest, result);
    },
    { at: clock() },
  );
  if (mistake !== null) throw mistake;
}

/**
 * Carries out what is to be corrected, taken down or replaced, several accounts side by side, each visible call once. A
 * sign of life is held meanwhile, as when posting. Gives how many were carried out.
 */
export async function carryOutChanges(database: Database, clock = () => new Date()): Promise<number> {
  const workerId = uuidv7();
  let carried = 0;
  await recoverChanges(database, clock());
  await database.transaction(async (alive) => {
    await holdLock(alive, signOfLife(workerId));
    for (;;) {
      const taken = await takeChanges(database, workerId, HANDS, clock());
      if (taken.length === 0) break;
      const ended = await Promise.allSettled(taken.map((one) => carryOut(database, one, clock)));
      carried += taken.length;
      for (const one of ended) if (one.status === "rejected") throw one.reason;
    }
  });
  return carried;
}
