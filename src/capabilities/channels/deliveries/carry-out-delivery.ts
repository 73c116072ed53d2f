import { and, eq } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { OutgoingRefused } from "#platform/http/outgoing.ts";
import { NotConnected, type Outcome } from "../connectors/connector.ts";
import { carrierOf } from "../connectors/index.ts";
import { networkOf } from "../networks/index.ts";
import { postIssues } from "../networks/post-length.ts";
import { picturesToSend } from "../pictures/chosen-pictures.ts";
import { delivery, pressRelease } from "../tables.ts";
import { callOf, Superseded } from "./call-of-delivery.ts";
import type { Delivery, WholeDelivery } from "./delivery-queries.ts";
import { wordsOf } from "./post-of-delivery.ts";
import { isHeldNow } from "./release-deliveries.ts";
import { thoseIn } from "./take-delivery.ts";

/** What an error of a connector means: before the visible call nothing happened, after it nobody knows. */
export function outcomeOfError(error: unknown, riskyAt: Date | null): Outcome {
  if (error instanceof NotConnected) return { outcome: "reauth", why: "Tài khoản chưa được kết nối." };
  if (error instanceof OutgoingRefused)
    return riskyAt === null
      ? { outcome: "rejected", why: "Địa chỉ của mạng nằm trong mạng nội bộ nên không được gọi." }
      : { outcome: "unknown", why: "Cuộc gọi bị chặn giữa chừng." };
  return riskyAt === null
    ? { outcome: "retry", why: "Không gọi được mạng; chưa có gì được đăng." }
    : { outcome: "unknown", why: "Mất liên lạc với mạng sau khi đã gửi." };
}

/** Whether it goes to the press before its text is public; asked only of what is not. */
async function goesAhead(database: Database, { content, delivery: row }: WholeDelivery): Promise<boolean> {
  if (content.state === "published") return false;
  const [found] = await database.select().from(pressRelease).where(eq(pressRelease.deliveryId, row.id));
  return found?.isAhead ?? false;
}

/** Our own, not the network's: what it left is settled all the same, and then it is told. */
export const isMistake = (error: unknown): boolean =>
  [TypeError, ReferenceError, RangeError, SyntaxError].some((kind) => error instanceof kind);

/** The text may have been corrected since it fell due: what goes out is what is public now. */
async function withNewestText(database: Database, whole: WholeDelivery): Promise<WholeDelivery> {
  const { delivery: row, content } = whole;
  if (row.revisionId === content.revisionId) return whole;
  const [renewed] = await database
    .update(delivery)
    .set({ revisionId: content.revisionId, revisionHash: content.hash })
    .where(and(eq(delivery.id, row.id), eq(delivery.takenBy, row.takenBy!)))
    .returning();
  if (!renewed) throw new Superseded();
  return { ...whole, delivery: renewed };
}

/** The row as it is now; null when the delivery is no longer this worker's. */
async function ownNow(database: Database, row: Delivery): Promise<Delivery | null> {
  const [now] = await database.select().from(delivery).where(eq(delivery.id, row.id));
  return now && now.state === row.state && now.takenBy === row.takenBy ? now : null;
}

function refusedBefore(
  { content, account, delivery: row }: WholeDelivery,
  isAhead: boolean,
  now: Date,
): string | null {
  if (content.state !== "published" && !(isAhead && isHeldNow(content, now)))
    return isAhead
      ? "Bài chưa được duyệt, hoặc giờ cấm đăng đã qua mà bài chưa lên cổng, nên chưa gửi trước cho báo chí."
      : "Bài không còn trên cổng nên không đăng lên kênh.";
  if (account.way === "rehearsal" && !row.isRehearsal)
    return "Tài khoản đang để diễn tập nên bài chưa được đăng thật; đổi cách đăng rồi cho gửi lại.";
  const network = networkOf(account.network);
  if (!network) return "Kênh này không còn được hỗ trợ.";
  const issues = postIssues(network, wordsOf(content, account.network, row), {
    pictures: picturesToSend(content, row.ownPictures).length,
    videos: content.media.filter(({ sort }) => sort === "video").length,
  });
  return issues.length > 0 ? issues.join(" ") : null;
}

export interface CarriedOut {
  whole: WholeDelivery;
  result: Outcome;
  /** A mistake of ours on the way; what it left is settled first. */
  mistake: unknown;
}

/**
 * Calls what carries a delivery that this worker has taken, and tells how it ended. Whatever is killed in between leaves
 * a row that tells how far it came. Null: it is no longer this worker's.
 */
export async function carryOutDelivery(
  database: Database,
  whole: WholeDelivery,
  clock: () => Date,
  announce: (row: Delivery) => Promise<boolean>,
): Promise<CarriedOut | null> {
  const why = refusedBefore(whole, await goesAhead(database, whole), clock());
  if (why !== null) return { whole, result: { outcome: "rejected", why }, mistake: null };
  try {
    const call = callOf(database, await withNewestText(database, whole), clock, announce);
    return { whole, result: await carrierOf(whole.account, whole.delivery).submit(call), mistake: null };
  } catch (error) {
    if (error instanceof Superseded) return null;
    const current = await ownNow(database, whole.delivery);
    if (!current) return null;
    const result = outcomeOfError(error, current.riskyAt);
    return { whole, result, mistake: isMistake(error) ? error : null };
  }
}

/** Says of deliveries of one worker that their visible calls come next; committed when it returns, false where it is another's. */
export async function announceVisible(database: Database, rows: Delivery[]): Promise<boolean[]> {
  const announced = await database
    .update(delivery)
    .set({ riskyAt: new Date() })
    .where(and(thoseIn(rows, "submitting"), eq(delivery.takenBy, rows[0]!.takenBy!)))
    .returning({ id: delivery.id });
  const ids = new Set(announced.map(({ id }) => id));
  return rows.map(({ id }) => ids.has(id));
}
