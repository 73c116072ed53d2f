import { and, count, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { followedFeed } from "#newsroom";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { isInside } from "#platform/http/outgoing.ts";
import { later } from "#platform/jobs/later.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { mayLieInside } from "../accounts/account-call.ts";
import { seal } from "../accounts/credentials.ts";
import {
  grantedLease,
  hashOf,
  KEPT_DAYS,
  MOST_ASKED_AN_HOUR,
  MOST_OF_A_HOST,
  MOST_WAITING,
  type Sealed,
  WEBSUB_QUEUE,
} from "./subscription.ts";
import { feedRequest, feedSubscription } from "./tables.ts";

/** What somebody asks of the hub, as it came in. */
export interface Asked {
  mode: string | null;
  topic: string | null;
  callback: string | null;
  lease: string | null;
  secret: string | null;
}

/** Why it is not taken. */
interface Refused {
  status: 400 | 403 | 404 | 429 | 503;
  words: string;
}

const HOUR = 3_600_000;
const LONGEST_CALLBACK = 2_000;
const no = (status: Refused["status"], words: string): Refused => ({ status, words });

/** The address and its host; or why nothing is sent there. */
function placeOf(callback: string | null, ownHost: string): URL | Refused {
  if (!callback || callback.length > LONGEST_CALLBACK || !URL.canParse(callback))
    return no(400, "hub.callback phải là một địa chỉ đầy đủ, không quá 2.000 ký tự.");
  const url = new URL(callback);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (url.username !== "" || url.password !== "" || url.hash !== "")
    return no(400, "hub.callback không kèm tài khoản, mật khẩu hay phần sau dấu #.");
  if (url.host === ownHost) return no(400, "hub.callback là địa chỉ của chính cổng này.");
  if (mayLieInside(host) && /^https?:$/.test(url.protocol)) return url;
  if (url.protocol !== "https:") return no(400, "hub.callback phải bắt đầu bằng https://.");
  if (/^[\d.]+$|:/.test(host) && isInside(host))
    return no(400, "hub.callback nằm trong mạng nội bộ nên không gọi.");
  return url;
}

/** What is asked in the name of one host is written down one after another. */
const oneByOne = ({ tx }: Work, callbackHost: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`feed request ${callbackHost}`}, 0))`);

/** What the numbers say against one more; null: nothing. */
async function tooMany({ tx, at }: Work, callbackHost: string, mode: string): Promise<Refused | null> {
  const ofHost = eq(feedRequest.callbackHost, callbackHost);
  const lately = gt(feedRequest.askedAt, new Date(at.getTime() - HOUR));
  const [asked] = await tx.select({ n: count() }).from(feedRequest).where(and(ofHost, lately));
  if (asked!.n >= MOST_ASKED_AN_HOUR)
    return no(429, "Nơi nhận này đã được yêu cầu quá nhiều lần; hãy thử lại sau một giờ.");
  const [waiting] = await tx.select({ n: count() }).from(feedRequest).where(eq(feedRequest.state, "waiting"));
  if (waiting!.n >= MOST_WAITING) return no(503, "Đang có quá nhiều yêu cầu chờ xác nhận; hãy thử lại sau.");
  if (mode === "unsubscribe") return null;
  const [held] = await tx
    .select({ n: count() })
    .from(feedSubscription)
    .where(and(eq(feedSubscription.callbackHost, callbackHost), isNull(feedSubscription.endedAt)));
  return held!.n >= MOST_OF_A_HOST ? no(429, "Nơi nhận này đã theo dõi quá nhiều nguồn tin.") : null;
}

/** Somebody of the agency has ended the sending to this address, not long ago. */
export async function isBarred(
  { tx, at }: Pick<Work, "tx" | "at">,
  place: { topic: string; callbackKey: string },
): Promise<boolean> {
  const [barred] = await tx
    .select({ id: feedSubscription.id })
    .from(feedSubscription)
    .where(
      and(
        eq(feedSubscription.topic, place.topic),
        eq(feedSubscription.callbackKey, place.callbackKey),
        isNotNull(feedSubscription.endedBy),
        gt(feedSubscription.endedAt, new Date(at.getTime() - KEPT_DAYS * 24 * HOUR)),
      ),
    )
    .limit(1);
  return barred !== undefined;
}

/**
 * Writes down what somebody asks of the hub; nothing is sent before the place itself confirmed it. What is asked again
 * takes the place of what waits. Null: taken.
 */
export async function askHub(
  database: Database,
  { mode, topic, callback, lease, secret }: Asked,
  { origin, at = new Date() }: { origin: string; at?: Date },
): Promise<Refused | null> {
  if (mode !== "subscribe" && mode !== "unsubscribe")
    return no(400, "hub.mode là subscribe hoặc unsubscribe; cổng tự biết khi nguồn tin đổi.");
  if (secret !== null && (secret === "" || Buffer.byteLength(secret) >= 200))
    return no(400, "hub.secret phải ngắn hơn 200 byte.");
  if (lease !== null && !/^\d{1,9}$/.test(lease)) return no(400, "hub.lease_seconds là số giây.");
  const url = placeOf(callback, new URL(origin).host);
  if (!(url instanceof URL)) return url;
  const feed = topic?.startsWith(`${origin}/`) ? await followedFeed(database, topic) : null;
  if (!topic || !feed) return no(404, "hub.topic không phải một nguồn tin của cổng này.");
  const place = { topic, callbackHost: url.hostname, callbackKey: hashOf(url.href) };
  const sealed = await seal({ callback: url.href, secret } satisfies Sealed);
  const { agencyId } = feed;
  return work(
    database,
    systemActor(agencyId, "Nguồn tin"),
    async (current) => {
      await oneByOne(current, place.callbackHost);
      const many = await tooMany(current, place.callbackHost, mode);
      if (many) return many;
      if (mode === "subscribe" && (await isBarred(current, place)))
        return no(403, "Cơ quan đã chấm dứt việc gửi nguồn tin này tới địa chỉ ấy.");
      await putRequest(current, { ...place, agencyId, mode, sealed, leaseSeconds: leaseOf(lease) });
      return null;
    },
    { at },
  );
}

const leaseOf = (asked: string | null) => grantedLease(asked === null ? null : Number(asked));

type NewRequest = Pick<
  typeof feedRequest.$inferInsert,
  "agencyId" | "topic" | "callbackHost" | "callbackKey" | "mode" | "sealed" | "leaseSeconds"
>;

/** What a place is to be asked or told; whatever else waited for it is replaced. */
export async function putRequest(current: Work, request: NewRequest): Promise<void> {
  const { tx, at } = current;
  await oneByOne(current, request.callbackHost);
  await tx
    .update(feedRequest)
    .set({ state: "replaced" })
    .where(
      and(
        eq(feedRequest.topic, request.topic),
        eq(feedRequest.callbackKey, request.callbackKey),
        eq(feedRequest.state, "waiting"),
      ),
    );
  await tx
    .insert(feedRequest)
    .values({ ...request, id: uuidv7(), askedAt: at, state: "waiting", nextTryAt: at });
  await later(current, WEBSUB_QUEUE, at);
}
