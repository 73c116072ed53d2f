import { and, eq } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { OutgoingRefused } from "#platform/http/outgoing.ts";
import { work } from "#platform/work/work.ts";
import { NotConnected, type Outcome } from "../connectors/connector.ts";
import { carrierOf } from "../connectors/index.ts";
import { networkOf } from "../networks/index.ts";
import { postIssues } from "../networks/post-length.ts";
import { delivery } from "../tables.ts";
import { callOf, Superseded, wholeOf } from "./call-of-delivery.ts";
import type { Delivery, WholeDelivery } from "./delivery-queries.ts";
import { wordsOf } from "./post-of-delivery.ts";
import { settleOutcome } from "./settle-outcome.ts";
import { carrier } from "./take-delivery.ts";

/** What an error of a connector means: before the visible call nothing happened, after it nobody knows. */
function outcomeOfError(error: unknown, riskyAt: Date | null): Outcome {
  if (error instanceof NotConnected) return { outcome: "reauth", why: "Tài khoản chưa được kết nối." };
  if (error instanceof OutgoingRefused)
    return riskyAt === null
      ? { outcome: "rejected", why: "Địa chỉ của mạng nằm trong mạng nội bộ nên không được gọi." }
      : { outcome: "unknown", why: "Cuộc gọi bị chặn giữa chừng." };
  return riskyAt === null
    ? { outcome: "retry", why: "Không gọi được mạng; chưa có gì được đăng." }
    : { outcome: "unknown", why: "Mất liên lạc với mạng sau khi đã gửi." };
}

/** Our own, not the network's: what it left is settled all the same, and then it is told. */
const isMistake = (error: unknown): boolean =>
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

function refusedBefore({ content, account, delivery: row }: WholeDelivery): string | null {
  if (content.state !== "published") return "Bài không còn trên cổng nên không đăng lên kênh.";
  const network = networkOf(account.network);
  if (!network) return "Kênh này không còn được hỗ trợ.";
  const issues = postIssues(network, wordsOf(content, account.network, row), {
    pictures: content.media.filter(({ sort }) => sort === "picture").length,
    videos: content.media.filter(({ sort }) => sort === "video").length,
  });
  return issues.length > 0 ? issues.join(" ") : null;
}

/**
 * Carries out a delivery that this worker has taken: calls what carries it, and writes down how it ended. Whatever is
 * killed in between leaves a row that tells how far it came.
 */
export async function carryOutDelivery(
  database: Database,
  row: Delivery,
  now = () => new Date(),
): Promise<void> {
  const whole = await wholeOf(database, row);
  // A text that is gone takes its deliveries with it.
  if (!whole) return;
  const why = refusedBefore(whole);
  let result: Outcome;
  let mistake: unknown = null;
  if (why !== null) result = { outcome: "rejected", why };
  else {
    try {
      const call = callOf(database, await withNewestText(database, whole), now);
      result = await carrierOf(whole.account).submit(call);
    } catch (error) {
      if (error instanceof Superseded) return;
      const current = await ownNow(database, row);
      if (!current) return;
      result = outcomeOfError(error, current.riskyAt);
      if (isMistake(error)) mistake = error;
    }
  }
  await work(
    database,
    carrier(row.agencyId),
    async (current) => {
      const [newest] = await current.tx
        .select()
        .from(delivery)
        .where(and(eq(delivery.id, row.id)))
        .for("update");
      // What was confirmed is a fact even when somebody has begun to look for it meanwhile.
      const own = newest?.state === "submitting" && newest.takenBy === row.takenBy;
      const confirmed = result.outcome === "done" && newest?.state === "unknown";
      if (newest && (own || confirmed)) await settleOutcome(current, { ...whole, delivery: newest }, result);
    },
    { at: now() },
  );
  if (mistake !== null) throw mistake;
}
